package io.gavel.bidding.receipts;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KeysEndpoint {

    private static final MediaType JWK_SET = new MediaType("application", "jwk-set+json");

    /** How long a reader may go without hearing of a new key. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final byte[] jwks;

    KeysEndpoint(KeyRing keys) {
        this.jwks = keys.jwks();
    }

    /** The public keys of all receipts; no key at all is an empty set. */
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<byte[]> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .contentType(JWK_SET)
                .body(jwks);
    }
}
