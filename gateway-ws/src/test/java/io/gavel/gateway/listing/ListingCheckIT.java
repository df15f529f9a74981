package io.gavel.gateway.listing;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.ListLot;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListingCheckIT {

    private static final String LAMP =
            """
            {"title":"Lamp","currency":"EUR","startingPrice":1000,"closesAt":"%s"}\
            """;
    private static final String IN_TIME = Instant.now().plus(Duration.ofDays(1)).toString();

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void what_could_be_listed_is_answered_without_a_word_and_nothing_is_sent() {
        HttpResponse<String> response = check(LAMP.formatted(IN_TIME).replace("Lamp", "Checked"));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(gateway().topics().read().values())
                .noneMatch(sent ->
                        sent instanceof ListLot list && list.listing().title().equals("Checked"));
    }

    @Test
    void each_wrong_field_is_named_as_when_it_is_listed() {
        String wrong = "{\"title\":\"\",\"currency\":\"X\",\"startingPrice\":1.5}";

        HttpResponse<String> response = check(wrong);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"field\":\"title\"", "\"field\":\"closesAt\"")
                .isEqualTo(
                        gateway()
                                .post("/api/v1/lots", gateway().token("sam", "SELLER"), wrong)
                                .body()
                                .replace("/api/v1/lots", "/api/v1/lots/check"));
    }

    @Test
    void an_end_that_is_over_or_too_far_away_is_named_too() {
        for (String end : List.of("2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z")) {
            HttpResponse<String> response = check(LAMP.formatted(end));

            assertThat(response.statusCode()).as(end).isEqualTo(400);
            assertThat(response.body()).contains("\"field\":\"closesAt\"", "at most 366 days");
        }
    }

    @Test
    void accounts_of_the_token_count() {
        List<String> many = IntStream.range(0, 101).mapToObj(i -> "a" + i).toList();
        String token = gateway().tokens().token("sam", Map.of("linked_accounts", many), "SELLER");

        assertThat(gateway().post("/api/v1/lots/check", token, LAMP.formatted(IN_TIME)).body())
                .contains("\"field\":\"linkedAccounts\"");
    }

    @Test
    void only_sellers_may_ask() {
        String body = LAMP.formatted(IN_TIME);
        assertThat(gateway().post("/api/v1/lots/check", null, body).statusCode()).isEqualTo(401);
        String bidder = gateway().token("alice", "BIDDER");
        assertThat(gateway().post("/api/v1/lots/check", bidder, body).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> check(String body) {
        return gateway().post("/api/v1/lots/check", gateway().token("sam", "SELLER"), body);
    }
}
