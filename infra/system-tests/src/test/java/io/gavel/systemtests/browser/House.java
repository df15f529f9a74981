package io.gavel.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.systemtests.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Lots that are listed and bid on beside the page: in EUR, in steps of 5.00. */
record House(Api api, Map<String, String> tokens) {

    private static final int LISTED = 201;
    private static final int DECIDED = 200;

    House(Api api) {
        this(api, new ConcurrentHashMap<>());
    }

    /** One that stays open for a day. */
    String lists(String title, int startingPrice) {
        return lists(title, startingPrice, Duration.ofDays(1), "");
    }

    /**
     * Returns its id.
     *
     * @param more fields, as in {@code ,"reserve":9000}
     */
    String lists(String title, int startingPrice, Duration open, String more) {
        String body =
                """
                {"title":"%s","currency":"EUR","startingPrice":%d,"increments":[[0,500]],"closesAt":"%s"%s}\
                """
                        .formatted(title, startingPrice, Instant.now().plus(open), more);
        Api.Answer answer = api.post("/api/v1/lots", token("greta", "SELLER"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(LISTED);
        return answer.json().get("id").stringValue();
    }

    /** A bid that is accepted. */
    void bids(String who, String lot, int amount) {
        String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"amount\":" + amount + "}";
        Api.Answer answer = api.post("/api/v1/lots/" + lot + "/bids", token(who, "BIDDER"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(DECIDED);
    }

    private String token(String who, String role) {
        return tokens.computeIfAbsent(who, _ -> api.token(who, role));
    }
}
