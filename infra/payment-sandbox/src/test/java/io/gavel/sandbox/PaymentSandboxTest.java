package io.gavel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentSandboxTest {

    private static final PaymentSandbox SANDBOX =
            PaymentSandbox.start(
                    new SandboxOptions(
                            InetAddress.getLoopbackAddress(),
                            0,
                            "key",
                            null,
                            "whsec_c2VjcmV0",
                            Duration.ofMillis(20),
                            Duration.ofSeconds(30)));
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Caller CALLER = new Caller(HTTP, SANDBOX.uri(), "key");

    @AfterAll
    static void stop() {
        SANDBOX.close();
        HTTP.shutdownNow();
    }

    @AfterEach
    void noOrders() throws Exception {
        CALLER.send(CALLER.request("/admin/faults").DELETE());
    }

    @Test
    void theSameKeyIsChargedOnceAndAnswersTheSame() throws Exception {
        HttpResponse<String> first = CALLER.charge("once/0/0", "alice", 12_500);
        HttpResponse<String> second = CALLER.charge("once/0/0", "alice", 12_500);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(CALLER.find("once/0/0").body()).isEqualTo(first.body());
        assertThat(chargesOf("once/0/0")).isEqualTo(1);
    }

    @Test
    void aKeyWithAnotherContentIsRefused() throws Exception {
        CALLER.charge("conflict", "alice", 100);

        assertThat(CALLER.charge("conflict", "alice", 101).statusCode()).isEqualTo(409);
        assertThat(CALLER.charge("conflict", "bob", 100).statusCode()).isEqualTo(409);
    }

    @Test
    void whatNobodyChargedIsNotFound() throws Exception {
        assertThat(CALLER.find("never").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "decline, 201, declined",
        "pending, 201, pending",
        "slow, 201, succeeded",
        "error-after-charge, 500, succeeded",
        "garbled-after-charge, 200, succeeded"
    })
    void aPayerCalledAfterAFaultMeetsIt(String fault, int status, String becomes) throws Exception {
        HttpResponse<String> answer = CALLER.charge("named-" + fault, "fault-" + fault + "-7", 100);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Caller.json(CALLER.find("named-" + fault)).at("/status").asString())
                .isEqualTo(becomes);
    }

    @ParameterizedTest
    @CsvSource({"error, 500", "busy, 429"})
    void whatFailsBeforeChargingSucceedsWhenAskedAgain(String fault, int status) throws Exception {
        assertThat(CALLER.charge("again-" + fault, "fault-" + fault, 100).statusCode())
                .isEqualTo(status);
        assertThat(CALLER.find("again-" + fault).statusCode()).isEqualTo(404);

        assertThat(CALLER.charge("again-" + fault, "fault-" + fault, 100).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aConnectionIsCutAfterCharging() throws Exception {
        assertThat(CALLER.order("/admin/faults", "{\"fault\":\"cut-after-charge\"}").statusCode())
                .isEqualTo(204);

        assertThatThrownBy(() -> CALLER.charge("cut", "alice", 100))
                .isInstanceOf(IOException.class);
        assertThat(CALLER.find("cut").statusCode()).isEqualTo(200);
    }

    @Test
    void aLateChargeIsMadeWhenItIsLetGo() throws Exception {
        SANDBOX.nextCharges(Fault.LATE_CHARGE, 1);
        CompletableFuture<Void> late =
                HTTP.sendAsync(lateRequest(), BodyHandlers.ofString()).handle((_, _) -> null);
        await("the request to be held")
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    boolean none = CALLER.find("late").statusCode() == 404;
                    return none && SANDBOX.release() == 1;
                });

        late.join();
        assertThat(CALLER.find("late").statusCode()).isEqualTo(200);
    }

    private static HttpRequest lateRequest() {
        return CALLER.request("/v1/charges")
                .header("Idempotency-Key", "late")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "{\"lot\":\"l\",\"payer\":\"a\",\"amount\":1,\"currency\":\"EUR\"}"))
                .build();
    }

    @Test
    void aPendingChargeIsSettledByOrder() throws Exception {
        CALLER.charge("settled", "fault-pending", 100);

        HttpResponse<String> answer =
                CALLER.order("/admin/settle", "{\"key\":\"settled\",\"status\":\"declined\"}");

        assertThat(Caller.json(answer).at("/reason").asString()).isEqualTo("insufficient-funds");
        assertThat(
                        CALLER.order(
                                        "/admin/settle",
                                        "{\"key\":\"settled\",\"status\":\"succeeded\"}")
                                .statusCode())
                .isEqualTo(409);
    }

    @Test
    void withoutTheKeyNothingIsChargedOrShown() throws Exception {
        Caller stranger = new Caller(HTTP, SANDBOX.uri(), "guess");

        assertThat(stranger.charge("stranger", "alice", 100).statusCode()).isEqualTo(401);
        assertThat(stranger.find("once/0/0").statusCode()).isEqualTo(401);
        assertThat(CALLER.find("stranger").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fault\":\"meteor\"}",
                "{\"fault\":\"error\",\"times\":0}",
                "{\"fault\":\"error\",\"on\":\"lunch\"}",
                "{}",
                "fault"
            })
    void anOrderThatIsNotUnderstoodIsRefused(String order) throws Exception {
        assertThat(CALLER.order("/admin/faults", order).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void nothingIsNotCharged(long amount) throws Exception {
        assertThat(CALLER.charge("nothing", "alice", amount).statusCode()).isEqualTo(400);
    }

    @Test
    void aChargeIsGivenBackOnceAndAsAWhole() throws Exception {
        String charge = id(CALLER.charge("back/0/0", "alice", 12_500));

        assertThat(CALLER.refund("back/r0", charge, 12_499).statusCode()).isEqualTo(422);
        HttpResponse<String> first = CALLER.refund("back/r0", charge, 12_500);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(Caller.json(first).at("/charge").asString()).isEqualTo(charge);
        assertThat(CALLER.refund("back/r0", charge, 12_500).body()).isEqualTo(first.body());
        assertThat(CALLER.refund("back/r1", charge, 12_500).statusCode()).isEqualTo(422);
        assertThat(CALLER.send(CALLER.request("/v1/refunds?key=back/r0").GET()).body())
                .isEqualTo(first.body());
        assertThat(CALLER.send(CALLER.request("/admin/refunds").GET()).body())
                .contains("\"key\":\"back/r0\"");
    }

    @Test
    void whatWasDeclinedOrNeverChargedIsNotGivenBack() throws Exception {
        String declined = id(CALLER.charge("not/0/0", "fault-decline", 100));

        assertThat(CALLER.refund("not/r0", declined, 100).statusCode()).isEqualTo(422);
        assertThat(CALLER.refund("not/r0", "ch_0", 100).statusCode()).isEqualTo(422);
    }

    @Test
    void aRefundThatWasDeclinedMayBeTriedUnderAnotherKey() throws Exception {
        String charge = id(CALLER.charge("again/0/0", "alice", 100));
        CALLER.order("/admin/faults", "{\"fault\":\"decline\",\"on\":\"refund\"}");

        assertThat(CALLER.refund("again/r0", charge, 100).body()).contains("declined");
        assertThat(CALLER.refund("again/r1", charge, 100).body()).contains("succeeded");
    }

    private static String id(HttpResponse<String> charge) {
        return Caller.json(charge).at("/id").asString();
    }

    @Test
    void theWholeOfItIsListed() throws Exception {
        CALLER.charge("listed", "alice", 100);

        assertThat(CALLER.send(CALLER.request("/admin/charges").GET()).body())
                .contains("\"key\":\"listed\"");
    }

    private static long chargesOf(String key) {
        return SANDBOX.charges().stream().filter(charge -> charge.key().equals(key)).count();
    }
}
