package io.gavel.settlement.salebook;

import io.gavel.settlement.money.Amount;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import io.gavel.settlement.payment.WhenPaid;
import io.gavel.settlement.payment.collecting.PaymentNews;
import io.gavel.settlement.sale.ChargeKey;
import io.gavel.settlement.sale.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells sales what became of their money, in the transaction that keeps it as told. Each news has a
 * key of its own, so that a sale takes it once.
 */
@Component
@Fallback
@Conditional(WhenPaid.class)
final class MoneyNews implements PaymentNews {

    private static final Logger LOG = LoggerFactory.getLogger(MoneyNews.class);

    private final SaleDesk desk;

    MoneyNews(SaleDesk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Void> settled(PaymentRequest request, Outcome.Final outcome) {
        ChargeKey charge = Cashier.charge(request.key());
        return switch (outcome) {
            case Outcome.Succeeded(String id, var sum) ->
                    tell(
                            request,
                            request,
                            "payment",
                            id,
                            new Input.PaymentReceived(
                                    charge, new Amount(sum.currency(), sum.minor())));
            case Outcome.Declined(String reason) ->
                    tell(
                            request,
                            request,
                            "no-payment",
                            reason,
                            new Input.PaymentDeclined(charge, reason));
        };
    }

    /** What cannot be given back stays owed; an operator sees it and has it tried again. */
    @Override
    public Mono<Void> refunded(RefundRequest request, Outcome.Final outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(String id, _) ->
                    tell(
                            request,
                            request.payment(),
                            "refund",
                            id,
                            new Input.GivenBack(Cashier.charge(request.payment().key())));
            case Outcome.Declined(String reason) ->
                    Mono.fromRunnable(() ->
                            LOG.error(
                                    "{} is not possible: {} (expected: an operator)",
                                    request.key(),
                                    reason));
        };
    }

    /**
     * It is kept as unclear, so operators see it; the sale waits until they write something down.
     */
    @Override
    public Mono<Void> unclear(Request request, String why) {
        return Mono.empty();
    }

    private Mono<Void> tell(
            Request news, PaymentRequest payment, String what, String note, Input input) {
        Turn.Cause cause =
                new Turn.Cause(
                        what + "/" + news.key(),
                        Turn.Cause.SETTLEMENT,
                        what,
                        news.key() + " " + note);
        return desk.take(payment.lot(), cause, input)
                .switchIfEmpty(Mono.error(() -> lost(news, "no sale (expected: its lot's)")))
                .flatMap(answer ->
                        switch (answer) {
                            case SaleDesk.Answer.Taken() -> Mono.<Void>empty();
                            case SaleDesk.Answer.Refused(String why) -> Mono.error(lost(news, why));
                        });
    }

    private static IllegalStateException lost(Request news, String why) {
        return new IllegalStateException(news.key() + ": " + why);
    }
}
