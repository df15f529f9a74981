package io.gavel.bidding.receipts;

import io.gavel.bidding.access.Problems;
import io.gavel.bidding.bids.Decisions;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ReceiptsEndpoint {

    private static final MediaType JOSE = new MediaType("application", "jose");

    private final KeyRing keys;
    private final Decisions decisions;
    private final ChainHeads heads;

    ReceiptsEndpoint(KeyRing keys, Decisions decisions, ChainHeads heads) {
        this.keys = keys;
        this.decisions = decisions;
        this.heads = heads;
    }

    /**
     * The receipt for one's own command, a compact JWS; somebody else's is not found. Without a key
     * there is none: that is no outage, so it is 404, which no circuit breaker counts.
     */
    @GetMapping("/api/v1/bids/{id}/receipt")
    Mono<ResponseEntity<byte[]>> receipt(
            @PathVariable String id, Authentication caller, ServerHttpRequest request) {
        CommandId command = Decisions.commandId(id);
        SigningKey key =
                keys.current()
                        .orElseThrow(() ->
                                Problems.notFound(
                                        "receipt: this house signs none, it has no"
                                                + " gavel.receipts.signing-key (expected: a house"
                                                + " with one)"));
        boolean inJson = prefersJson(accepted(request));
        return decisions
                .one(command, caller.getName())
                .flatMap(this::receipt)
                .map(receipt -> answer(receipt.signedWith(key), inJson))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("bid", command)));
    }

    private Mono<Receipt> receipt(byte[] bytes) {
        Decision decision = Json.read(bytes, Decision.class);
        return head(decision).map(hash -> Receipt.of(bytes, decision, hash));
    }

    private Mono<Sha256> head(Decision decision) {
        Long version = decision.version();
        return version == null
                ? Mono.just(Sha256.ZERO)
                : heads.at(decision.lot(), version)
                        .switchIfEmpty(
                                Mono.error(() ->
                                        new IllegalStateException(
                                                "decided but not in the log: version "
                                                        + version
                                                        + " of lot "
                                                        + decision.lot())));
    }

    private static ResponseEntity<byte[]> answer(String jws, boolean inJson) {
        return inJson
                ? ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Json.bytes(Map.of("receipt", jws)))
                : ResponseEntity.ok()
                        .contentType(JOSE)
                        .body(jws.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<MediaType> accepted(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept();
        } catch (InvalidMediaTypeException e) {
            throw Problems.badRequest("Accept: cannot be read (expected: media types)");
        }
    }

    /** The first of the two that the client names; the JWS itself if it names neither. */
    private static boolean prefersJson(List<MediaType> accepted) {
        List<MediaType> sorted = new java.util.ArrayList<>(accepted);
        MimeTypeUtils.sortBySpecificity(sorted);
        return sorted.stream()
                .filter(type -> type.includes(JOSE) || type.includes(MediaType.APPLICATION_JSON))
                .findFirst()
                .map(type -> !type.includes(JOSE))
                .orElse(false);
    }
}
