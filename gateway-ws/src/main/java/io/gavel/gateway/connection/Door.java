package io.gavel.gateway.connection;

import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.admission.Admission;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.tail.Tails;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Decides before the upgrade whether somebody comes in; who does not is told when to come again.
 */
@Component
public class Door {

    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Tails tails;
    private final Connections connections;
    private final Admission admission;
    private final SocketMeters meters;
    private final Duration retryAfter;

    Door(
            GatewayProperties properties,
            Tails tails,
            Connections connections,
            Admission admission,
            SocketMeters meters) {
        this.retryAfter = properties.socket().retryAfter();
        this.tails = tails;
        this.connections = connections;
        this.admission = admission;
        this.meters = meters;
        Arrays.stream(Cause.values()).forEach(cause -> meters.turnedAway(cause.word()));
        meters.admits(properties.socket().connections(), this::isOpen);
    }

    /** Why somebody is not let in. */
    private enum Cause {
        NOT_READY,
        STOPPING,
        FULL,
        TOO_FAST;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private boolean isOpen() {
        return tails.behind().isEmpty() && connections.isRunning();
    }

    /** What became of one who came. */
    public sealed interface Answer {}

    /** He is in, until he leaves his place. */
    public record In(Admission.Admitted place) implements Answer {}

    /** He is not, and is told this. */
    public record Out(ErrorResponseException problem) implements Answer {}

    public Answer open() {
        if (!tails.positioned()) {
            return refused(Cause.NOT_READY, "this gateway is not ready yet");
        }
        if (!connections.isRunning()) {
            return refused(
                    Cause.STOPPING, "this gateway is stopping (expected: another one answers)");
        }
        return switch (admission.enter(System.nanoTime())) {
            case Admission.Admitted place -> new In(place);
            case Admission.Full(int most) ->
                    refused(Cause.FULL, "as many connections as there may be (" + most + ")");
            case Admission.TooFast _ -> refused(Cause.TOO_FAST, "too many new connections at once");
        };
    }

    private Out refused(Cause cause, String why) {
        meters.turnedAway(cause.word()).increment();
        long most = Math.max(retryAfter.toMillis(), LEAST.toMillis() + 1);
        long wait = ThreadLocalRandom.current().nextLong(LEAST.toMillis(), most);
        return new Out(
                Problems.comeAgain(
                        HttpStatus.SERVICE_UNAVAILABLE, "busy: " + why, Duration.ofMillis(wait)));
    }
}
