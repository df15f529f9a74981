package io.gavel.gateway.listing;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.TestLot;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listing a lot again, as far as the gateway decides on it; settlement-service is away. */
class RelistIT {

    private static final String ANEW = "{\"closesAt\":\"2030-01-01T00:00:00Z\"}";
    private static final int SETTLEMENT_IS_ASKED = 503;

    @BeforeAll
    static void start() {
        gateway();
    }

    @ParameterizedTest
    @CsvSource({
        "              , 401",
        "BIDDER        , 403",
        "SELLER        , 503",
        "OPERATOR      , 503",
    })
    void only_sellers_and_operators_may(@Nullable String role, int status) {
        String token = role == null ? null : gateway().token("sam", role);
        LotId lot = gateway().bidding().listed().id();

        assertThat(relist(lot, token, ANEW).statusCode()).isEqualTo(status);
    }

    @Test
    void as_a_lot_of_the_same_seller_it_is_noted() {
        LotId lot = gateway().bidding().listed().id();
        LotId as = gateway().bidding().listed().id();

        assertThat(as(lot, as).statusCode()).isEqualTo(SETTLEMENT_IS_ASKED);
    }

    @Test
    void as_what_is_no_lot_or_the_same_or_another_sellers_it_is_not() {
        LotId lot = gateway().bidding().listed().id();
        LotId annas = gateway().bidding().listed(TestLot.of("anna")).id();

        for (LotId as : new LotId[] {new LotId(UUID.randomUUID()), lot, annas}) {
            HttpResponse<String> answer = as(lot, as);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("as: " + as + " (expected: another lot of the same seller)");
        }
        assertThat(as(new LotId(UUID.randomUUID()), annas).statusCode()).isEqualTo(404);
    }

    @Test
    void as_something_that_is_no_id_is_a_bad_request() {
        LotId lot = gateway().bidding().listed().id();
        String token = gateway().token("sam", "SELLER");

        for (String as : new String[] {"\"x\"", "7", "null"}) {
            HttpResponse<String> answer = relist(lot, token, "{\"as\":" + as + "}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("as: ", "(expected: ");
        }
    }

    private static HttpResponse<String> as(LotId lot, LotId as) {
        return relist(lot, gateway().token("olga", "OPERATOR"), "{\"as\":\"" + as + "\"}");
    }

    private static HttpResponse<String> relist(LotId lot, @Nullable String token, String body) {
        return gateway()
                .call(
                        "POST",
                        "/api/v1/sales/" + lot + "/relist",
                        token,
                        body,
                        Map.of("Idempotency-Key", "k"));
    }
}
