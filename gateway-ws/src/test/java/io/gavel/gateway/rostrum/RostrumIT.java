package io.gavel.gateway.rostrum;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.TestLot;
import io.gavel.gateway.command.Decisions;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RostrumIT {

    private final CommandId id = new CommandId(UUID.randomUUID());
    private final String body = "{\"id\":\"" + id + "\",\"reason\":\"fire alarm\",\"minutes\":10}";

    @BeforeAll
    static void start() {
        gateway();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "extend", "hammer", "cancel"})
    void an_operators_command_is_answered_by_its_decision(String act) throws Exception {
        LotId lot = new LotId(UUID.randomUUID());
        CompletableFuture<HttpResponse<String>> answer = acting(lot, act, "olga", "OPERATOR");
        AuctioneerCommand sent = (AuctioneerCommand) gateway().topics().sent(id);
        assertThat(sent.lot()).isEqualTo(lot);
        assertThat(sent.by().value()).isEqualTo("olga");
        assertThat(sent.reason()).isEqualTo("fire alarm");
        assertThat(sent.asOperator()).isTrue();
        gateway().topics().publish(Decisions.accepted(lot, id, "olga"), null);
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "extend", "hammer"})
    void only_operators_stand_at_the_rostrum(String act) throws Exception {
        LotId lot = gateway().bidding().listed().id();
        assertThat(gateway().post(path(lot, act), null, body).statusCode()).isEqualTo(401);
        HttpResponse<String> response =
                acting(lot, act, "sam", "SELLER", "BIDDER").get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(gateway().topics().read()).doesNotContainKey(id);
    }

    @Test
    void a_seller_may_ask_for_his_lot_to_be_cancelled_and_the_log_decides() throws Exception {
        TestLot lot = gateway().bidding().listed();
        CompletableFuture<HttpResponse<String>> answer =
                acting(lot.id(), "cancel", "sam", "SELLER");
        AuctioneerCommand sent = (AuctioneerCommand) gateway().topics().sent(id);
        assertThat(sent.asOperator()).isFalse();
        gateway()
                .topics()
                .publish(
                        Decisions.rejected(lot.id(), id, "sam", Reason.NOT_ALLOWED, "too late"),
                        null);
        HttpResponse<String> response = answer.get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("\"reason\":\"not-allowed\"");
    }

    @Test
    void a_seller_cannot_cancel_the_lot_of_another() throws Exception {
        LotId lot = gateway().bidding().listed().id();
        HttpResponse<String> response =
                acting(lot, "cancel", "mallory", "SELLER").get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(gateway().topics().read()).doesNotContainKey(id);
    }

    @Test
    void a_seller_cannot_cancel_what_is_not_there() throws Exception {
        LotId lot = new LotId(UUID.randomUUID());
        HttpResponse<String> response =
                acting(lot, "cancel", "sam", "SELLER").get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(gateway().topics().read()).doesNotContainKey(id);
    }

    @Test
    void each_wrong_field_is_named_and_nothing_is_sent() {
        LotId lot = new LotId(UUID.randomUUID());
        HttpResponse<String> response =
                gateway()
                        .post(
                                path(lot, "extend"),
                                gateway().token("olga", "OPERATOR"),
                                "{\"id\":\"" + id + "\",\"minutes\":0}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"field\":\"reason\"", "\"field\":\"minutes\"", "1 to 43200");
        assertThat(gateway().topics().read()).doesNotContainKey(id);
    }

    private CompletableFuture<HttpResponse<String>> acting(
            LotId lot, String act, String account, String... roles) {
        return CompletableFuture.supplyAsync(
                () -> gateway().post(path(lot, act), gateway().token(account, roles), body));
    }

    private static String path(LotId lot, String act) {
        return "/api/v1/lots/" + lot + "/" + act;
    }
}
