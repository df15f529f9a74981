package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.AccountId;
import io.gavel.settlement.money.Amount;
import io.gavel.settlement.sale.ChargeKey;
import io.gavel.settlement.sale.Input;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Money of a sale: the debtor has a declined charge tried again, operators write down what they
 * know. What a provider is at is not written down by hand. Keys and answers as of {@link
 * SaleActionsEndpoint}.
 */
@RestController
@RequestMapping(path = "/api/v1/sales/{lot}", produces = MediaType.APPLICATION_JSON_VALUE)
class MoneyEndpoint {

    private static final String KEY = SaleActions.KEY;

    /** A payment that an operator has seen come in, in minor units. */
    record Payment(@Nullable String charge, @Nullable Long amount, @Nullable String reference) {}

    /** A payment that an operator knows will not come. */
    record NoPayment(@Nullable String charge, @Nullable String reason) {}

    /** Money that was owed back and that an operator has given back. */
    record Refund(@Nullable String charge, @Nullable String reference) {}

    /** Money that is owed back and that its provider is to give back. */
    record RefundAgain(@Nullable String charge) {}

    private final SaleActions actions;

    MoneyEndpoint(SaleActions actions) {
        this.actions = actions;
    }

    @PostMapping("/pay")
    Mono<byte[]> pay(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Authentication caller) {
        AccountId by = new AccountId(caller.getName());
        return actions.by(Viewer.of(caller), lot, key)
                .take("pay", "", sale -> new Input.PayAgain(by));
    }

    @PostMapping("/payments")
    Mono<byte[]> payment(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Payment given,
            Authentication caller) {
        String reference = SaleActions.note("reference", given.reference());
        ChargeKey charge = charge(given.charge());
        Long amount = SaleActions.given("amount", given.amount());
        return actions.by(Viewer.of(caller), lot, key)
                .operatorsOnly()
                .take(
                        "payment",
                        charge + " " + amount + " " + reference,
                        sale ->
                                new Input.WrittenDown(
                                        new Input.PaymentReceived(
                                                charge, amount(sale.lot().currency(), amount))));
    }

    @PostMapping("/declined-payments")
    Mono<byte[]> noPayment(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NoPayment given,
            Authentication caller) {
        String reason = SaleActions.note("reason", given.reason());
        ChargeKey charge = charge(given.charge());
        return actions.by(Viewer.of(caller), lot, key)
                .operatorsOnly()
                .take(
                        "no-payment",
                        charge + " " + reason,
                        sale -> new Input.WrittenDown(new Input.PaymentDeclined(charge, reason)));
    }

    @PostMapping("/refunds")
    Mono<byte[]> refund(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Refund given,
            Authentication caller) {
        String reference = SaleActions.note("reference", given.reference());
        ChargeKey charge = charge(given.charge());
        return actions.by(Viewer.of(caller), lot, key)
                .operatorsOnly()
                .take(
                        "refund",
                        charge + " " + reference,
                        sale -> new Input.WrittenDown(new Input.GivenBack(charge)));
    }

    @PostMapping("/retried-refunds")
    Mono<byte[]> refundAgain(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody RefundAgain given,
            Authentication caller) {
        ChargeKey charge = charge(given.charge());
        return actions.by(Viewer.of(caller), lot, key)
                .operatorsOnly()
                .take("retried-refund", charge.toString(), sale -> new Input.GiveBackAgain(charge));
    }

    private static ChargeKey charge(@Nullable String text) {
        String given = SaleActions.given("charge", text);
        return Calls.given(() -> ChargeKey.parse(given), "");
    }

    private static Amount amount(String currency, long minor) {
        return Calls.given(() -> new Amount(currency, minor), "amount: ");
    }
}
