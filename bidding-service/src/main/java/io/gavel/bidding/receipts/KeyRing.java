package io.gavel.bidding.receipts;

import io.gavel.bidding.BiddingProperties;
import io.gavel.contracts.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key that receipts are signed with, and all that they were ever signed with. */
@Component
class KeyRing {

    private final @Nullable SigningKey current;
    private final List<VerificationKey> published;

    /** Reads the keys; the service does not start with one that is not what it must be. */
    KeyRing(BiddingProperties properties) {
        BiddingProperties.Receipts settings = properties.receipts();
        this.current =
                settings.signingKey() == null ? null : SigningKey.read(settings.signingKey());
        this.published =
                Stream.concat(
                                Stream.ofNullable(current).map(SigningKey::verification),
                                settings.retiredKeys().stream().map(VerificationKey::read))
                        .distinct()
                        .toList();
    }

    Optional<SigningKey> current() {
        return Optional.ofNullable(current);
    }

    /** The JWK set: the current key first, then retired ones. */
    byte[] jwks() {
        return Json.bytes(Map.of("keys", published.stream().map(VerificationKey::jwk).toList()));
    }
}
