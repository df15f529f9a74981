package io.gavel.settlement.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.sandbox.Charge;
import io.gavel.sandbox.Fault;
import io.gavel.sandbox.PaymentSandbox;
import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProperties;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.guard.GuardedProvider;
import io.gavel.settlement.payment.guard.Guards;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Every fault of the real sandbox: one charge or none, and told once. */
class CollectingFaultsIT {

    private static final int MOST_ROUNDS = 60;

    private final PaymentSandbox sandbox = OnStage.sandbox();
    private final CollectingOnStage stage = new CollectingOnStage();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aPaymentThatMeetsAFaultIsChargedOnceOrDeclinedAndToldOnce(Fault fault) {
        PaymentRequest request = OnStage.request("fault-" + fault.word());
        CollectingRound round = stage.round(guarded(2));
        stage.ask(request);

        collect(round, List.of(request));

        assertThat(stage.toldOf(request)).containsExactly(truth(request));
        assertThat(truth(request))
                .isInstanceOf(
                        fault == Fault.DECLINE ? Outcome.Declined.class : Outcome.Succeeded.class);
    }

    /** One attempt a look, so that looks, and not attempts, must find out. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NO_ANSWER_AFTER_CHARGE", "LATE_CHARGE", "ERROR_AFTER_CHARGE"})
    void whatWasChargedWithoutAnAnswerIsFoundAndNotChargedAgain(Fault fault) {
        PaymentRequest request = OnStage.request("alice");
        CollectingRound round = stage.round(guarded(1));
        sandbox.nextCharges(fault, 1);
        sandbox.nextFinds(Fault.NONE, 1);
        sandbox.nextFinds(Fault.ERROR, 1);
        stage.ask(request);

        collect(round, List.of(request));

        assertThat(stage.toldOf(request)).containsExactly(truth(request));
        assertThat(sandbox.charges()).hasSize(1);
    }

    @Test
    void aReplicaThatDiesAfterChargingIsFollowedByOneThatFindsIt() {
        PaymentRequest request = OnStage.request("alice");
        stage.ask(request);
        assertThat(stage.leaseAndDie()).hasSize(1);
        guarded(1).charge(request).block(CollectingOnStage.LIMIT);

        CollectingRound other = stage.round(guarded(1));
        other.once().block(CollectingOnStage.LIMIT);
        assertThat(stage.told).as("while it is leased").isEmpty();

        collect(other, List.of(request));
        assertThat(stage.toldOf(request)).containsExactly(truth(request));
        assertThat(sandbox.charges()).hasSize(1);
    }

    @Test
    void twoReplicasThatLookAtTheSameTimeChargeOnceAndTellOnce() {
        List<PaymentRequest> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            requests.add(OnStage.request("alice"));
        }
        requests.forEach(stage::ask);
        CollectingRound one = stage.round(guarded(2), Duration.ZERO);
        CollectingRound two = stage.round(guarded(2), Duration.ZERO);

        for (int i = 0; i < MOST_ROUNDS && stage.told.size() < requests.size(); i++) {
            Mono.when(one.once(), two.once()).block(CollectingOnStage.LIMIT);
            stage.later();
        }

        assertThat(sandbox.charges()).hasSize(requests.size());
        assertThat(requests)
                .allSatisfy(request ->
                        assertThat(stage.toldOf(request)).containsExactly(truth(request)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensInWhateverOrderEachIsChargedOnceAndToldOnce(long seed) {
        Random random = new Random(seed);
        Fault[] charging = EnumSet.complementOf(EnumSet.of(Fault.PENDING)).toArray(Fault[]::new);
        Fault[] finding = {Fault.NONE, Fault.ERROR, Fault.NO_ANSWER, Fault.GARBLED_AFTER_CHARGE};
        List<PaymentRequest> requests = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            requests.add(OnStage.request("alice"));
            sandbox.nextCharges(charging[random.nextInt(charging.length)], 1);
            sandbox.nextFinds(finding[random.nextInt(finding.length)], 1);
        }
        requests.forEach(stage::ask);
        if (random.nextBoolean()) {
            stage.leaseAndDie();
        }
        stage.deafFor(random.nextInt(3));

        collect(stage.round(guarded(2)), requests);

        assertThat(sandbox.charges()).as("seed " + seed).hasSize(requests.size());
        assertThat(requests)
                .as("seed " + seed)
                .allSatisfy(request ->
                        assertThat(stage.toldOf(request)).containsExactly(truth(request)));
    }

    /** Looks until all is known, and lets go meanwhile what the sandbox holds back. */
    private void collect(CollectingRound round, List<PaymentRequest> requests) {
        for (int i = 0; i < MOST_ROUNDS && stage.told.size() < requests.size(); i++) {
            round.once().onErrorComplete().block(CollectingOnStage.LIMIT);
            sandbox.release();
            requests.forEach(
                    request -> sandbox.settle(request.key().value(), Charge.Status.SUCCEEDED));
            stage.later();
        }
        round.once().block(CollectingOnStage.LIMIT);
        assertThat(stage.due()).as("payments still due").isZero();
    }

    private GuardedProvider guarded(int attempts) {
        PaymentProperties.Guard limits =
                OnStage.guard(Duration.ofMillis(250), attempts, 128, 1_000);
        PaymentProvider raw = OnStage.provider(sandbox, limits);
        MeterRegistry meters = stage.meters;
        return new GuardedProvider(raw, Guards.of("sandbox", limits, meters), meters);
    }

    /** What the sandbox itself has in its books: exactly one charge. */
    private Outcome truth(PaymentRequest request) {
        List<Charge> charges =
                sandbox.charges().stream()
                        .filter(charge -> charge.key().equals(request.key().value()))
                        .toList();
        assertThat(charges).hasSize(1);
        Charge charge = charges.getFirst();
        return switch (charge.status()) {
            case SUCCEEDED -> new Outcome.Succeeded(charge.id(), request.sum());
            case DECLINED -> new Outcome.Declined(String.valueOf(charge.reason()));
            case PENDING -> new Outcome.Pending();
        };
    }
}
