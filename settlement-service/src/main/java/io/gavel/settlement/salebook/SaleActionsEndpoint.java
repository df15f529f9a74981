package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
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
 * What people do to a sale. Each call has an {@code Idempotency-Key} of the caller's own: sent
 * again, it is answered and not done again. The answer is the sale, or 409 with a sentence.
 */
@RestController
@RequestMapping(path = "/api/v1/sales/{lot}", produces = MediaType.APPLICATION_JSON_VALUE)
class SaleActionsEndpoint {

    private static final String KEY = SaleActions.KEY;

    record Cancellation(@Nullable String reason) {}

    /** The lot under which this one came up again. */
    record Relisting(@Nullable String as) {}

    private final SaleActions actions;

    SaleActionsEndpoint(SaleActions actions) {
        this.actions = actions;
    }

    @PostMapping("/accept")
    Mono<byte[]> accept(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Authentication caller) {
        AccountId by = new AccountId(caller.getName());
        return actions.by(Viewer.of(caller), lot, key)
                .take("accept", "", sale -> new Input.AcceptOffer(by));
    }

    @PostMapping("/decline")
    Mono<byte[]> decline(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Authentication caller) {
        AccountId by = new AccountId(caller.getName());
        return actions.by(Viewer.of(caller), lot, key)
                .take("decline", "", sale -> new Input.DeclineOffer(by));
    }

    @PostMapping("/cancel")
    Mono<byte[]> cancel(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Cancellation given,
            Authentication caller) {
        String reason = SaleActions.note("reason", given.reason());
        AccountId by = new AccountId(caller.getName());
        return actions.by(Viewer.of(caller), lot, key)
                .operatorsOnly()
                .take("cancel", reason, sale -> new Input.Cancel(by, reason));
    }

    @PostMapping("/retry")
    Mono<byte[]> retry(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Authentication caller) {
        return actions.by(Viewer.of(caller), lot, key)
                .operatorsOnly()
                .take("retry", "", sale -> new Input.Retry());
    }

    @PostMapping("/relist")
    Mono<byte[]> relist(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Relisting given,
            Authentication caller) {
        String as = SaleActions.given("as", given.as());
        LotId other = Calls.given(() -> LotId.parse(as), "as: ");
        return actions.by(Viewer.of(caller), lot, key)
                .sellerOrOperatorsOnly()
                .take("relist", other.toString(), sale -> new Input.Relist(other));
    }
}
