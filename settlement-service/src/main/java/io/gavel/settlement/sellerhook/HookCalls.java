package io.gavel.settlement.sellerhook;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.answers.Problems;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What calls about endpoints have in common: whose they are, how long they take. */
@Component
class HookCalls {

    private final SellerHooks hooks;
    private final Duration timeout;

    HookCalls(SellerHooks hooks, SettlementProperties properties) {
        this.hooks = hooks;
        this.timeout = properties.databaseTimeout();
    }

    /** His own endpoint, or an error 404; to others it is not there. */
    Mono<SellerHook> own(Authentication caller, String id) {
        return hooks.find(uuid(id), caller.getName())
                .switchIfEmpty(
                        Mono.error(
                                () -> Problems.problem(HttpStatus.NOT_FOUND, "no such webhook")));
    }

    /** The same, if it is told anything. */
    Mono<SellerHook> enabled(Authentication caller, String id) {
        return own(caller, id)
                .filter(hook -> hook.state() == SellerHook.State.ENABLED)
                .switchIfEmpty(
                        Mono.error(() ->
                                Problems.problem(
                                        HttpStatus.CONFLICT,
                                        "the webhook is off (expected: enabled)")));
    }

    <T> Mono<T> inTime(Mono<T> answer) {
        return Problems.inTime(answer, timeout, "webhooks");
    }

    static void sellersOnly(Authentication caller) {
        if (caller.getAuthorities().stream()
                .noneMatch(authority -> "ROLE_SELLER".equals(authority.getAuthority()))) {
            throw Problems.problem(HttpStatus.FORBIDDEN, "the account's roles do not allow this");
        }
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problems.problem(HttpStatus.BAD_REQUEST, "id: not one (expected: a UUID)");
        }
    }
}
