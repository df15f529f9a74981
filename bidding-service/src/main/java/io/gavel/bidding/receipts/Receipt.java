package io.gavel.bidding.receipts;

import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.json.JsonLine;
import java.time.Instant;

/**
 * What the house puts its name to.
 *
 * @param decision the exact bytes that were stored and sent
 * @param version of the lot right after the decision; 0 if there was no such lot
 * @param hash of the exact bytes of the lot's event with that version; zeros if there was none
 * @param issuedAt the decision's own time, so that the receipt is the same however often it is
 *     asked for
 */
record Receipt(byte[] decision, long version, Sha256 hash, Instant issuedAt) {

    static Receipt of(byte[] bytes, Decision decision, Sha256 hash) {
        Long version = decision.version();
        return new Receipt(bytes, version == null ? 0 : version, hash, decision.at());
    }

    /** The receipt as a compact JWS. */
    String signedWith(SigningKey key) {
        String header =
                "{\"alg\":\"EdDSA\",\"kid\":\""
                        + key.verification().kid()
                        + "\",\"typ\":\"gavel-receipt+jwt\"}";
        return key.jws(header, payload());
    }

    private byte[] payload() {
        return new JsonLine()
                .ascii("{\"decision\":")
                .raw(decision)
                .ascii(",\"version\":")
                .number(version)
                .ascii(",\"hash\":")
                .text(hash.hex())
                .ascii(",\"issuedAt\":")
                .instant(issuedAt)
                .ascii("}")
                .bytes();
    }
}
