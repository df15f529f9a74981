package io.gavel.gateway.listing;

import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/**
 * A lot's sale at settlement-service, asked for and written to in its caller's name.
 *
 * @param key the caller's own, for what is written
 * @param token the caller's
 */
record SaleOnFile(Upstream settlement, LotId lot, String key, String token) {

    /** The field that names the lot as which this one comes up again. */
    static final String AS = "as";

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Fails with a problem unless the lot is unsold and the person may list it again. */
    Mono<Unsold> unsold(Person person) {
        return settlement.read(path(""), headers()).map(answer -> Unsold.of(lot, person, answer));
    }

    /** Has it noted as which lot this one comes up again; fails with a problem if it is not. */
    Mono<Void> note(LotId next) {
        return note(Json.bytes(Map.of(AS, next))).doOnNext(SaleOnFile::requireNoted).then();
    }

    /** As {@link #note(LotId)}, with the answer whatever it is; none of 500 and above. */
    Mono<ResponseEntity<byte[]>> note(byte[] as) {
        return settlement.post(path("/relist"), headers(), as).map(SaleOnFile::passed);
    }

    /** The problem where a service behind does not do its part. */
    static RuntimeException away() {
        return Problems.comeAgain(
                HttpStatus.SERVICE_UNAVAILABLE,
                "a service behind is in trouble: send it again with the same key",
                RETRY);
    }

    private static ResponseEntity<byte[]> passed(ResponseEntity<byte[]> answer) {
        if (answer.getStatusCode().is5xxServerError()) {
            throw away();
        }
        return ResponseEntity.status(answer.getStatusCode())
                .contentType(
                        requireNonNullElse(
                                answer.getHeaders().getContentType(), MediaType.APPLICATION_JSON))
                .body(requireNonNullElse(answer.getBody(), new byte[0]));
    }

    private static void requireNoted(ResponseEntity<byte[]> answer) {
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw Problems.of(
                    HttpStatus.valueOf(answer.getStatusCode().value()),
                    Json.tree(requireNonNullElse(answer.getBody(), new byte[0]))
                            .path("detail")
                            .asString("it is not noted in the sale"));
        }
    }

    private String path(String rest) {
        return "/api/v1/sales/" + lot + rest;
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set(RelistEndpoint.KEY, key);
        return headers;
    }
}
