package io.gavel.settlement.sellerhook;

import io.gavel.settlement.answers.Problems;
import io.gavel.settlement.egress.CheckedAddresses;
import io.gavel.settlement.egress.TargetUrl;
import io.gavel.settlement.outbox.Outbox;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A seller's own endpoints. A secret is shown once, when it is made. */
@RestController
class SellerHooksEndpoint {

    private static final int MOST_EVENTS = 20;

    /** What a seller asks for; no events: all. */
    record Wish(@Nullable String url, @Nullable List<String> events) {}

    private final SellerHooks hooks;
    private final HookSecrets secrets;
    private final CheckedAddresses addresses;
    private final Outbox outbox;
    private final HookCalls calls;
    private final SellerHookProperties properties;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    SellerHooksEndpoint(
            SellerHooks hooks,
            HookSecrets secrets,
            CheckedAddresses addresses,
            Outbox outbox,
            HookCalls calls,
            SellerHookProperties properties,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.addresses = addresses;
        this.outbox = outbox;
        this.calls = calls;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/me/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> add(@RequestBody Wish wish, Authentication caller) {
        HookCalls.sellersOnly(caller);
        if (secrets.areOff()) {
            throw Problems.problem(
                    HttpStatus.CONFLICT, "webhooks are off (expected: gavel.webhook.keys)");
        }
        TargetUrl target = target(wish.url());
        SellerHook hook =
                new SellerHook(
                        UUID.randomUUID(),
                        caller.getName(),
                        target.uri().toString(),
                        events(wish.events()),
                        SellerHook.State.ENABLED,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        null,
                        null);
        SigningSecret secret = secrets.draw();
        return calls.inTime(
                addresses
                        .of(target)
                        .onErrorMap(
                                IOException.class,
                                _ ->
                                        bad(
                                                "url: its host is not known or not public"
                                                        + " (expected: a public one)"))
                        .then(
                                Mono.defer(() ->
                                        hooks.add(
                                                hook,
                                                secrets.seal(secret, hook.id()),
                                                properties.most())))
                        .filter(added -> added)
                        .switchIfEmpty(
                                Mono.error(() ->
                                        Problems.problem(
                                                HttpStatus.CONFLICT,
                                                "no webhook more (expected: at most "
                                                        + properties.most()
                                                        + ")")))
                        .map(_ ->
                                ResponseEntity.created(
                                                URI.create("/api/v1/me/webhooks/" + hook.id()))
                                        .body(HookView.hook(hook, secret))));
    }

    @GetMapping(path = "/api/v1/me/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> all(Authentication caller) {
        return calls.inTime(hooks.of(caller.getName()).collectList().map(HookView::hooks));
    }

    @GetMapping(path = "/api/v1/me/webhooks/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> one(@PathVariable String id, Authentication caller) {
        return calls.inTime(calls.own(caller, id).map(hook -> HookView.hook(hook, null)));
    }

    /** What waits for it is dropped. */
    @DeleteMapping("/api/v1/me/webhooks/{id}")
    Mono<ResponseEntity<Void>> remove(@PathVariable String id, Authentication caller) {
        return calls.inTime(
                calls.own(caller, id)
                        .flatMap(hook -> hooks.remove(hook.id()).then(outbox.drop(hook.lane())))
                        .as(transaction::transactional)
                        .thenReturn(ResponseEntity.noContent().build()));
    }

    /** The old secret signs too for a while; changed again meanwhile, the oldest and the newest. */
    @PostMapping(
            path = "/api/v1/me/webhooks/{id}/rotate",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> rotate(@PathVariable String id, Authentication caller) {
        SigningSecret secret = secrets.draw();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return calls.inTime(
                calls.own(caller, id)
                        .flatMap(hook ->
                                hooks.rotate(
                                        hook.id(),
                                        secrets.seal(secret, hook.id()),
                                        now,
                                        now.plus(properties.rotation())))
                        .then(Mono.defer(() -> calls.own(caller, id)))
                        .map(hook -> HookView.hook(hook, secret)));
    }

    @PostMapping(
            path = "/api/v1/me/webhooks/{id}/enable",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> enable(@PathVariable String id, Authentication caller) {
        return set(id, caller, SellerHook.State.ENABLED);
    }

    /** What waits for it is given up. */
    @PostMapping(
            path = "/api/v1/me/webhooks/{id}/disable",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> disable(@PathVariable String id, Authentication caller) {
        return set(id, caller, SellerHook.State.DISABLED);
    }

    private Mono<byte[]> set(String id, Authentication caller, SellerHook.State state) {
        return calls.inTime(
                calls.own(caller, id)
                        .flatMap(hook ->
                                hooks.set(hook.id(), state)
                                        .then(
                                                state == SellerHook.State.ENABLED
                                                        ? Mono.empty()
                                                        : outbox.giveUp(hook.lane())))
                        .as(transaction::transactional)
                        .then(Mono.defer(() -> calls.own(caller, id)))
                        .map(hook -> HookView.hook(hook, null)));
    }

    private TargetUrl target(@Nullable String url) {
        if (url == null) {
            throw bad("url: missing (expected: https://…)");
        }
        try {
            return TargetUrl.parse(url, properties.rules());
        } catch (IllegalArgumentException e) {
            throw bad("url: " + e.getMessage());
        }
    }

    private static List<String> events(@Nullable List<String> wanted) {
        List<String> events = wanted == null ? List.of() : wanted.stream().distinct().toList();
        if (events.size() > MOST_EVENTS || !SellerHook.knownEvents().containsAll(events)) {
            throw bad("events: another (expected: of " + SellerHook.knownEvents() + ")");
        }
        return events;
    }

    private static RuntimeException bad(String detail) {
        return Problems.problem(HttpStatus.BAD_REQUEST, detail);
    }
}
