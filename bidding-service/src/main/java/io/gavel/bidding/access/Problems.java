package io.gavel.bidding.access;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Errors as {@code application/problem+json} (RFC 9457). */
public final class Problems {

    private Problems() {}

    public static ErrorResponseException badRequest(String detail) {
        return problem(HttpStatus.BAD_REQUEST, detail);
    }

    public static ErrorResponseException notFound(String what, Object id) {
        return problem(HttpStatus.NOT_FOUND, what + ": " + id + " (expected: one that exists)");
    }

    public static ErrorResponseException notFound(String detail) {
        return problem(HttpStatus.NOT_FOUND, detail);
    }

    public static ErrorResponseException of(HttpStatus status, String detail) {
        return problem(status, detail);
    }

    /** Nothing is wrong with the request; it may be made again after a while. */
    public static ErrorResponseException comeAgain(
            HttpStatus status, String detail, Duration after) {
        ErrorResponseException problem = problem(status, detail);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()));
        problem.getBody().setProperty("retryAfterMs", after.toMillis());
        return problem;
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
