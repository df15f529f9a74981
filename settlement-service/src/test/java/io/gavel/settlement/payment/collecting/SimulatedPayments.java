package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import io.gavel.settlement.payment.Sum;
import io.gavel.settlement.sale.AtProvider;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.ChargeKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of payments in memory; its rules are those of the statements of the real one. */
final class SimulatedPayments {

    private record Row(
            Request request, Payment.State state, int looks, @Nullable Instant nextLookAt) {

        Row at(@Nullable Instant next) {
            return new Row(request, state, looks, next);
        }
    }

    private final Map<PaymentKey, Row> rows = new LinkedHashMap<>();

    void ask(Charge charge, Instant now) {
        add(
                new PaymentRequest(
                        new PaymentKey(charge.key().toString()),
                        charge.key().lot(),
                        charge.debtor(),
                        new Sum(charge.amount().minor(), charge.amount().currency())),
                now);
    }

    private void add(Request request, Instant now) {
        rows.putIfAbsent(request.key(), new Row(request, Payment.State.OPEN, 0, now));
    }

    void giveBack(Charge charge, Instant now) {
        Row paid = rows.get(new PaymentKey(charge.key().toString()));
        if (paid == null) {
            return;
        }
        List<Row> refunds = refundsOf(paid.request().key());
        for (Row refund : refunds) {
            if (refund.state() == Payment.State.UNCLEAR) {
                rows.put(
                        refund.request().key(),
                        new Row(refund.request(), Payment.State.OPEN, 0, now));
            }
        }
        if (paid.state() == Payment.State.SUCCEEDED
                && refunds.stream().allMatch(row -> row.state() == Payment.State.DECLINED)) {
            PaymentRequest payment = (PaymentRequest) paid.request();
            PaymentKey key = new PaymentKey("refund/" + payment.key() + "/" + refunds.size());
            add(new RefundRequest(key, payment, "id of " + payment.key()), now);
        }
    }

    private List<Row> refundsOf(PaymentKey payment) {
        return rows.values().stream()
                .filter(row -> row.request() instanceof RefundRequest)
                .filter(row -> payment(row.request()).equals(payment))
                .toList();
    }

    List<Payment> lease(Instant now, Instant until) {
        List<Payment> leased = new ArrayList<>();
        for (Map.Entry<PaymentKey, Row> each : rows.entrySet()) {
            Row row = each.getValue();
            if (row.nextLookAt() != null && !row.nextLookAt().isAfter(now)) {
                Row taken = new Row(row.request(), row.state(), row.looks() + 1, until);
                each.setValue(taken);
                leased.add(new Payment(row.request(), row.state(), taken.looks(), until));
            }
        }
        return leased;
    }

    void lookAgain(Payment payment, Instant at) {
        rows.computeIfPresent(
                payment.request().key(), (_, row) -> isLeased(row, payment) ? row.at(at) : row);
    }

    void rest(Payment payment) {
        rows.computeIfPresent(
                payment.request().key(), (_, row) -> isLeased(row, payment) ? row.at(null) : row);
    }

    private static boolean isLeased(Row row, Payment payment) {
        return payment.leasedUntil().equals(row.nextLookAt());
    }

    boolean settle(Payment payment, Outcome.Final outcome) {
        return switch (outcome) {
            case Outcome.Succeeded _ ->
                    change(
                            payment,
                            Payment.State.SUCCEEDED,
                            EnumSet.complementOf(EnumSet.of(Payment.State.SUCCEEDED)));
            case Outcome.Declined _ ->
                    change(
                            payment,
                            Payment.State.DECLINED,
                            EnumSet.of(Payment.State.OPEN, Payment.State.UNCLEAR));
        };
    }

    void giveUp(Payment payment) {
        change(
                payment,
                Payment.State.UNCLEAR,
                EnumSet.of(Payment.State.OPEN, Payment.State.DECLINED));
    }

    private boolean change(Payment payment, Payment.State to, Set<Payment.State> from) {
        Row row = rows.get(payment.request().key());
        if (!from.contains(row.state())) {
            return false;
        }
        Instant next = isLeased(row, payment) ? null : row.nextLookAt();
        rows.put(row.request().key(), new Row(row.request(), to, row.looks(), next));
        return true;
    }

    void point(PaymentKey key, Instant now) {
        rows.computeIfPresent(
                key,
                (_, row) ->
                        row.state() == Payment.State.SUCCEEDED
                                ? row
                                : new Row(row.request(), row.state(), 0, now));
    }

    AtProvider atProvider() {
        return new AtProvider(
                charges(row -> row.state() == Payment.State.OPEN),
                payments(Payment.State.SUCCEEDED),
                payments(Payment.State.UNCLEAR));
    }

    private Set<ChargeKey> payments(Payment.State state) {
        return charges(row -> row.state() == state && row.request() instanceof PaymentRequest);
    }

    private Set<ChargeKey> charges(Predicate<Row> which) {
        return rows.values().stream()
                .filter(which)
                .map(row -> ChargeKey.parse(payment(row.request()).value()))
                .collect(Collectors.toSet());
    }

    boolean isUnclear(PaymentKey key) {
        Row row = rows.get(key);
        return row != null && row.state() == Payment.State.UNCLEAR;
    }

    /** Whether a provider was ever asked for it. */
    boolean isKnown(PaymentKey key) {
        return rows.containsKey(key);
    }

    /** Nothing is due, and nothing is open. */
    boolean areSettled() {
        return rows.values().stream()
                .allMatch(row -> row.nextLookAt() == null && row.state() != Payment.State.OPEN);
    }

    /** The payment that is made or given back. */
    static PaymentKey payment(Request request) {
        return switch (request) {
            case PaymentRequest payment -> payment.key();
            case RefundRequest refund -> refund.payment().key();
        };
    }
}
