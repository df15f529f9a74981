package io.gavel.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.systemtests.Api;
import io.gavel.systemtests.RunningGavel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What happens to lots beside the page: Greta lists them, others bid, Olga sees to them. */
record House(RunningGavel gavel, Map<String, String> tokens) {

    private static final String SELLER = "greta";
    private static final int AT_ONCE = 8;
    private static final int LISTED = 201;
    private static final int DECIDED = 200;

    House(RunningGavel gavel) {
        this(gavel, new ConcurrentHashMap<>());
    }

    /** In EUR, in steps of 5.00; open for a day. Returns its id. */
    String lists(String title, int startingPrice) {
        return lists(title, startingPrice, Duration.ofDays(1), "");
    }

    /**
     * The same with more to it.
     *
     * @param more fields, as in {@code ,"reserve":9000}
     */
    String lists(String title, int startingPrice, Duration open, String more) {
        return lists(
                SELLER,
                open,
                """
                "title":"%s","currency":"EUR","startingPrice":%d,"increments":[[0,500]]%s\
                """
                        .formatted(title, startingPrice, more));
    }

    /** As many like that, some at once. Returns their ids. */
    List<String> listsMany(int number, IntFunction<String> title, int startingPrice) {
        try (ExecutorService sellers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<CompletableFuture<String>> asked =
                    IntStream.range(0, number)
                            .mapToObj(i ->
                                    CompletableFuture.supplyAsync(
                                            () -> lists(title.apply(i), startingPrice), sellers))
                            .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }

    /** One of any kind, from 50.00 EUR, for a day; other fields as in {@code "buyNow":9000}. */
    String listsByItsOwnRules(String fields) {
        return lists(
                SELLER,
                Duration.ofDays(1),
                "\"title\":\"A clock\",\"currency\":\"EUR\",\"startingPrice\":5000," + fields);
    }

    /** What this seller lists: fields without the end. */
    String lists(String seller, Duration open, String fields) {
        String body = "{%s,\"closesAt\":\"%s\"}".formatted(fields, Instant.now().plus(open));
        Api.Answer answer = gavel.api().post("/api/v1/lots", token(seller, "SELLER"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(LISTED);
        return answer.json().get("id").stringValue();
    }

    /** A bid that is accepted. */
    void bids(String who, String lot, int amount) {
        asks(who, "BIDDER", lot, "bids", ",\"amount\":" + amount);
    }

    void buysNow(String who, String lot) {
        asks(who, "BIDDER", lot, "buy-now", "");
    }

    /**
     * What an operator does to a lot, and says why.
     *
     * @param what as in {@code hammer}
     */
    void operates(String lot, String what, String reason) {
        asks("olga", "OPERATOR", lot, what, ",\"reason\":\"" + reason + "\"");
    }

    String token(String who, String role) {
        return tokens.computeIfAbsent(who + " " + role, _ -> gavel.api().token(who, role));
    }

    private void asks(String who, String role, String lot, String what, String more) {
        String body = "{\"id\":\"" + UUID.randomUUID() + "\"" + more + "}";
        Api.Answer answer =
                gavel.api().post("/api/v1/lots/" + lot + "/" + what, token(who, role), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(DECIDED);
    }
}
