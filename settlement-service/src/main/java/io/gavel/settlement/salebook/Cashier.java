package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.PaymentProperties;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.Sum;
import io.gavel.settlement.payment.collecting.Payments;
import io.gavel.settlement.payment.collecting.Refunds;
import io.gavel.settlement.payment.collecting.UnclearPayments;
import io.gavel.settlement.sale.AtProvider;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.ChargeKey;
import io.gavel.settlement.sale.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has a provider collect, and give back, what steps ask for: the wish is a row of the step's own
 * transaction, so it is neither lost nor doubled. Without a provider it does nothing.
 */
@Component
class Cashier {

    private record Back(PaymentKey payment, Instant at) {}

    private final Payments payments;
    private final Refunds refunds;
    private final UnclearPayments unclear;
    private final boolean open;

    Cashier(
            Payments payments,
            Refunds refunds,
            UnclearPayments unclear,
            PaymentProperties properties) {
        this.payments = payments;
        this.refunds = refunds;
        this.unclear = unclear;
        this.open = properties.provider() != PaymentProperties.Provider.NONE;
    }

    /** What a provider has to do with the charges of a lot's sale. */
    Mono<AtProvider> at(LotId lot) {
        return open
                ? keys(refunds.underway(lot))
                        .flatMap(underway ->
                                keys(refunds.collected(lot))
                                        .flatMap(collected ->
                                                keys(unclear.of(lot))
                                                        .map(unknown ->
                                                                new AtProvider(
                                                                        underway, collected,
                                                                        unknown))))
                : Mono.just(AtProvider.NOTHING);
    }

    private static Mono<Set<ChargeKey>> keys(Flux<PaymentKey> payments) {
        return payments.map(Cashier::charge).collect(Collectors.toUnmodifiableSet());
    }

    /** Passes on what steps ask for. Part of their transaction. */
    Mono<Void> follow(List<Turn> turns) {
        if (!open) {
            return Mono.empty();
        }
        return collect(turns)
                .then(Mono.defer(() -> giveBack(turns)))
                .then(Mono.defer(() -> seenTo(turns)));
    }

    private Mono<Void> seenTo(List<Turn> turns) {
        return Flux.fromStream(turns.stream().flatMap(turn -> turn.effects().stream()))
                .ofType(Effect.SeenTo.class)
                .concatMap(effect -> unclear.seenTo(payment(effect.charge().key())))
                .then();
    }

    private Mono<Void> collect(List<Turn> turns) {
        List<PaymentRequest> requests =
                turns.stream()
                        .flatMap(turn -> turn.effects().stream())
                        .filter(Effect.Collect.class::isInstance)
                        .map(effect -> request(((Effect.Collect) effect).charge()))
                        .toList();
        return requests.isEmpty() ? Mono.empty() : payments.ask(requests, turns.getFirst().at());
    }

    private Mono<Void> giveBack(List<Turn> turns) {
        return Flux.fromStream(turns.stream().flatMap(Cashier::back))
                .concatMap(back -> refunds.ask(back.payment(), back.at()))
                .then();
    }

    private static Stream<Back> back(Turn turn) {
        return turn.effects().stream()
                .flatMap(effect ->
                        switch (effect) {
                            case Effect.OwedBack(Charge charge) -> Stream.of(charge);
                            case Effect.GiveBack(Charge charge) -> Stream.of(charge);
                            default -> Stream.<Charge>empty();
                        })
                .map(charge -> new Back(payment(charge.key()), turn.at()));
    }

    private static PaymentRequest request(Charge charge) {
        return new PaymentRequest(
                payment(charge.key()),
                charge.key().lot(),
                charge.debtor(),
                new Sum(charge.amount().minor(), charge.amount().currency()));
    }

    private static PaymentKey payment(ChargeKey charge) {
        return new PaymentKey(charge.toString());
    }

    /** The charge that a payment is of. */
    static ChargeKey charge(PaymentKey payment) {
        return ChargeKey.parse(payment.value());
    }
}
