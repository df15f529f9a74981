package io.gavel.gateway.problem;

import io.gavel.contracts.json.FieldProblem;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Refusals of HTTP requests; thrown, they become problem details. */
public final class Problems {

    /** The property that names each wrong field. */
    static final String ERRORS = "errors";

    private static final String RETRY_AFTER_MS = "retryAfterMs";

    private Problems() {}

    public static ErrorResponseException of(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** 400, naming each wrong field. */
    public static ErrorResponseException invalid(List<FieldProblem> errors) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, errors.size() + " of the fields are wrong");
        problem.setProperty(ERRORS, errors);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }

    /**
     * Nothing is wrong with the request; it may be made again after a while, which is told in whole
     * seconds by {@code Retry-After} and exactly by {@code retryAfterMs}.
     */
    public static ErrorResponseException comeAgain(
            HttpStatus status, String detail, Duration after) {
        ErrorResponseException problem = of(status, detail);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, seconds(after));
        problem.getBody().setProperty(RETRY_AFTER_MS, after.toMillis());
        return problem;
    }

    private static String seconds(Duration after) {
        return Long.toString(Math.max(1, after.plusMillis(999).toSeconds()));
    }
}
