package io.gavel.gateway.problem;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/** What calls that send a command answer alike. */
public final class Answers {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private Answers() {}

    /** Exact bytes of JSON. */
    public static ResponseEntity<byte[]> json(HttpStatus status, byte[] body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    public static ResponseEntity<byte[]> json(HttpStatus status, URI location, byte[] body) {
        return ResponseEntity.status(status)
                .location(location)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    public static ErrorResponseException notSent() {
        return Problems.comeAgain(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not-sent: the log did not confirm it; send it again with the same id",
                RETRY);
    }

    /** 429: nothing was sent. */
    public static ErrorResponseException tooMany(String why, Duration retryAfter) {
        return Problems.comeAgain(
                HttpStatus.TOO_MANY_REQUESTS,
                "busy: " + why + "; send it again with the same id",
                retryAfter);
    }

    public static ErrorResponseException busy() {
        return Problems.comeAgain(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy: too many wait for their decision; send it again with the same id",
                RETRY);
    }
}
