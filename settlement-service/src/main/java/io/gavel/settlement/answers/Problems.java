package io.gavel.settlement.answers;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Errors as callers get them: problem+json with a sentence. */
public final class Problems {

    private Problems() {}

    public static ResponseStatusException problem(HttpStatus status, String detail) {
        return new ResponseStatusException(status, detail);
    }

    /**
     * An answer from the database within its time, else an error 503.
     *
     * @param what cannot be read then, in the plural
     */
    public static <T> Mono<T> inTime(Mono<T> answer, Duration timeout, String what) {
        return answer.timeout(timeout)
                .onErrorMap(
                        failure ->
                                failure instanceof DataAccessException
                                        || failure instanceof TimeoutException,
                        _ ->
                                problem(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        what + " cannot be read now (expected: soon again)"));
    }
}
