package io.gavel.gateway.connection;

import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.admission.Admission;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.tail.Tails;
import java.time.Duration;
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
    }

    /** What became of one who came. */
    public sealed interface Answer {}

    /** He is in, until he leaves his place. */
    public record In(Admission.Admitted place) implements Answer {}

    /** He is not, and is told this. */
    public record Out(ErrorResponseException problem) implements Answer {}

    public Answer open() {
        if (!tails.positioned()) {
            return refused("not-ready", "this gateway is not ready yet");
        }
        if (!connections.isRunning()) {
            return refused("stopping", "this gateway is stopping (expected: another one answers)");
        }
        return switch (admission.enter(System.nanoTime())) {
            case Admission.Admitted place -> new In(place);
            case Admission.Full(int most) ->
                    refused("full", "as many connections as there may be (" + most + ")");
            case Admission.TooFast _ -> refused("too-fast", "too many new connections at once");
        };
    }

    private Out refused(String cause, String why) {
        meters.turnedAway(cause);
        long most = Math.max(retryAfter.toMillis(), LEAST.toMillis() + 1);
        long wait = ThreadLocalRandom.current().nextLong(LEAST.toMillis(), most);
        return new Out(
                Problems.comeAgain(
                        HttpStatus.SERVICE_UNAVAILABLE, "busy: " + why, Duration.ofMillis(wait)));
    }
}
