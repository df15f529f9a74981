package io.gavel.settlement.sellerhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.settlement.egress.ForbiddenTarget;
import io.gavel.settlement.egress.TargetUrl;
import io.gavel.settlement.outbox.Draft;
import io.gavel.settlement.outbox.Message;
import io.gavel.settlement.outbox.Outbox;
import io.gavel.settlement.outbox.Told;
import io.gavel.settlement.outbox.Transport;
import io.netty.handler.timeout.TimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Tells endpoints: signs, posts, and notes how they are. */
final class HookTransport implements Transport {

    static final String KIND = "hook";

    private static final Logger LOG = LoggerFactory.getLogger(HookTransport.class);
    private static final String NOT_PERMITTED = "not-permitted";
    private static final int GONE = 410;
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final SellerHooks hooks;
    private final HookSecrets secrets;
    private final HookClient client;
    private final Outbox outbox;
    private final SellerHookProperties properties;

    HookTransport(
            SellerHooks hooks,
            HookSecrets secrets,
            HookClient client,
            Outbox outbox,
            SellerHookProperties properties) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.client = client;
        this.outbox = outbox;
        this.properties = properties;
    }

    static Draft draft(UUID hook, SaleTold told) {
        return new Draft(
                KIND + "/" + hook,
                told.event(),
                told.lot() + "/" + told.revision(),
                new String(told.body(), UTF_8),
                told.at());
    }

    /** The id that a receiver sees; the same with every attempt. */
    static String publicId(UUID message) {
        return "msg_" + message.toString().replace("-", "");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Duration timeLimit() {
        return properties.answerLimit();
    }

    @Override
    public Mono<Told> tell(Message message, Instant now) {
        return hooks.sealed(hook(message))
                .flatMap(sealed ->
                        sealed.hook().state() == SellerHook.State.ENABLED
                                ? post(sealed, message, now)
                                : Mono.just(new Told.Refused("disabled")))
                .defaultIfEmpty(new Told.Refused("no-endpoint"));
    }

    private Mono<Told> post(SellerHooks.Sealed sealed, Message message, Instant now) {
        byte[] body = message.body().getBytes(UTF_8);
        String id = publicId(message.id());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Gavel-Webhooks/1");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                SigningSecret.header(secrets.open(sealed, now), id, now, body));
        try {
            TargetUrl target = TargetUrl.parse(sealed.hook().url(), properties.rules());
            return client.post(target, headers, body)
                    .map(HookTransport::told)
                    .onErrorResume(e -> Mono.just(failed(e)));
        } catch (IllegalArgumentException e) {
            return Mono.just(new Told.Failed(NOT_PERMITTED));
        }
    }

    private static Told told(int status) {
        if (status == GONE) {
            return new Told.Refused("410");
        }
        String outcome = Integer.toString(status);
        return status >= OK && status < REDIRECT
                ? new Told.Delivered(outcome)
                : new Told.Failed(outcome);
    }

    /** Whatever a receiver does to a connection, it is not for our logs. */
    private static Told failed(Throwable e) {
        return new Told.Failed(
                switch (e) {
                    case ForbiddenTarget _ -> NOT_PERMITTED;
                    case TimeoutException _ -> "timeout";
                    case UnknownHostException _ -> "unknown-host";
                    case ConnectException _ -> "no-connection";
                    case SSLException _ -> "tls";
                    default -> "no-answer";
                });
    }

    @Override
    public Mono<Void> note(Message message, Told told, Instant now) {
        UUID hook = hook(message);
        return switch (told) {
            case Told.Delivered _ -> hooks.isWell(hook);
            case Told.Failed _ ->
                    hooks.failed(hook, now, now.minus(properties.disableAfter()))
                            .filter(state -> state == SellerHook.State.FAILING)
                            .flatMap(_ -> end(message, SellerHook.State.FAILING));
            case Told.Refused(String outcome) ->
                    outcome.equals("410")
                            ? hooks.set(hook, SellerHook.State.GONE)
                                    .then(end(message, SellerHook.State.GONE))
                            : Mono.empty();
        };
    }

    private Mono<Void> end(Message message, SellerHook.State state) {
        return Mono.defer(() -> {
            LOG.warn("{} is disabled: {}", message.lane(), state.word());
            return outbox.giveUp(message.lane());
        });
    }

    private static UUID hook(Message message) {
        return UUID.fromString(message.lane().substring(KIND.length() + 1));
    }
}
