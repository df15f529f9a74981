package io.gavel.settlement.payment.guard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.sandbox.Fault;
import io.gavel.sandbox.PaymentSandbox;
import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProperties;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.Sum;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardedProviderTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final PaymentSandbox sandbox = OnStage.sandbox();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "ERROR",
                "ERROR_AFTER_CHARGE",
                "BUSY",
                "CUT_AFTER_CHARGE",
                "GARBLED_AFTER_CHARGE"
            })
    void anOutageIsTriedAgainUnderTheSameKey(Fault fault) {
        GuardedProvider provider = guarded(OnStage.guard(LONG, 3, 4, 100));
        PaymentRequest request = OnStage.request("alice");
        sandbox.nextCharges(fault, 2);

        assertThat(charge(provider, request)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(sandbox.charges()).hasSize(1);
        assertThat(count("resilience4j.retry.calls", "kind", "successful_with_retry")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NO_ANSWER", "NO_ANSWER_AFTER_CHARGE"})
    void noAnswerInTimeIsTriedAgainUnderTheSameKey(Fault fault) {
        GuardedProvider provider = guarded(OnStage.guard(SHORT, 10, 4, 100));
        sandbox.nextCharges(fault, 1);

        assertThat(charge(provider, OnStage.request("alice")))
                .isInstanceOf(Outcome.Succeeded.class);
        assertThat(sandbox.charges()).hasSize(1);
        assertThat(count("resilience4j.timelimiter.calls", "kind", "timeout")).isPositive();
    }

    @Test
    void afterItsAttemptsAnOutageIsUnknown() {
        GuardedProvider provider = guarded(OnStage.guard(LONG, 3, 4, 100));
        sandbox.nextCharges(Fault.ERROR, 3);

        assertThat(charge(provider, OnStage.request("alice")))
                .isEqualTo(new Outcome.Unknown("sandbox: status 500 (expected: 200 or 201)"));
        assertThat(sandbox.charges()).isEmpty();
    }

    @Test
    void aDeclineIsAnAnswer() {
        GuardedProvider provider = guarded(OnStage.guard(LONG, 3, 4, 1));

        assertThat(charge(provider, OnStage.request("fault-decline")))
                .isEqualTo(new Outcome.Declined("insufficient-funds"));
        assertThat(provider.find(OnStage.request("alice")).block(LIMIT))
                .isEqualTo(new Finding.NotFound());
        assertThat(state("closed")).isEqualTo(1);
    }

    @Test
    void whatIsRefusedIsNotTriedAgainAndOpensNothing() {
        GuardedProvider provider = guarded(OnStage.guard(LONG, 3, 4, 1));
        PaymentRequest first = OnStage.request("alice");
        charge(provider, first);
        PaymentRequest other =
                new PaymentRequest(first.key(), first.lot(), first.payer(), new Sum(1, "EUR"));

        assertThat(charge(provider, other)).isInstanceOf(Outcome.Unknown.class);
        assertThat(count("resilience4j.retry.calls", "kind", "failed_without_retry")).isEqualTo(1);
        assertThat(state("closed")).isEqualTo(1);
    }

    @Test
    void aProviderThatIsDownIsLeftAlone() {
        GuardedProvider provider = guarded(OnStage.guard(LONG, 1, 4, 3, LONG));
        down(provider);

        assertThat(state("open")).isEqualTo(1);
        assertThat(count("resilience4j.circuitbreaker.not.permitted.calls")).isZero();
        assertThat(charge(provider, OnStage.request("alice"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(count("resilience4j.circuitbreaker.not.permitted.calls")).isEqualTo(1);
        assertThat(sandbox.charges()).isEmpty();
    }

    @Test
    void aProviderThatWasDownIsAskedAgainAfterAWhile() {
        GuardedProvider provider = guarded(OnStage.guard(LONG, 1, 4, 3));
        down(provider);

        PaymentRequest request = OnStage.request("alice");
        await("the circuit to close")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    charge(provider, request);
                    return state("closed") == 1;
                });
        assertThat(sandbox.charges()).hasSize(1);
    }

    private void down(GuardedProvider provider) {
        sandbox.nextCharges(Fault.ERROR, 3);
        for (int i = 0; i < 3; i++) {
            charge(provider, OnStage.request("alice"));
        }
    }

    @Test
    void onlySoManyCallsAreUnderWayAtOnce() {
        GuardedProvider provider = guarded(OnStage.guard(LONG, 1, 1, 100));
        sandbox.nextCharges(Fault.NO_ANSWER_AFTER_CHARGE, 1);
        CompletableFuture<Outcome> held = provider.charge(OnStage.request("alice")).toFuture();

        assertThat(charge(provider, OnStage.request("bob")))
                .isEqualTo(new Outcome.Unknown("not asked: too many calls are under way"));

        await("the first to be let go").atMost(LIMIT).until(() -> sandbox.release() == 1);
        assertThat(held.join()).isInstanceOf(Outcome.Unknown.class);
        assertThat(charge(provider, OnStage.request("bob"))).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void allOfItIsMeasured() {
        GuardedProvider provider = guarded(OnStage.guard(LONG, 1, 4, 100));
        charge(provider, OnStage.request("alice"));

        assertThat(
                        meters.get("gavel.payments.calls")
                                .tags(
                                        "provider", "sandbox",
                                        "operation", "charge",
                                        "outcome", "succeeded")
                                .timer()
                                .count())
                .isEqualTo(1);
        assertThat(meters.getMeters())
                .extracting(Meter::getId)
                .filteredOn(id -> "payment-sandbox".equals(id.getTag("name")))
                .extracting(Meter.Id::getName)
                .contains(
                        "resilience4j.timelimiter.calls",
                        "resilience4j.retry.calls",
                        "resilience4j.circuitbreaker.state",
                        "resilience4j.bulkhead.available.concurrent.calls");
    }

    private GuardedProvider guarded(PaymentProperties.Guard limits) {
        return new GuardedProvider(
                OnStage.provider(sandbox, limits), Guards.of("sandbox", limits, meters), meters);
    }

    private static Outcome charge(GuardedProvider provider, PaymentRequest request) {
        return requireNonNull(provider.charge(request).block(LIMIT));
    }

    private double state(String state) {
        return meters.get("resilience4j.circuitbreaker.state").tag("state", state).gauge().value();
    }

    private double count(String name, String... tags) {
        return meters.find(name).tags(tags).counters().stream().mapToDouble(c -> c.count()).sum()
                + meters.find(name).tags(tags).functionCounters().stream()
                        .mapToDouble(c -> c.count())
                        .sum();
    }
}
