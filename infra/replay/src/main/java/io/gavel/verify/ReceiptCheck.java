package io.gavel.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.replay.BadUsage;
import io.gavel.replay.Input;
import io.gavel.replay.Line;
import io.gavel.replay.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.security.PublicKey;
import java.util.Optional;

/** Checks a receipt: its form, its key, its signature, and its place in a log. */
record ReceiptCheck(VerifyOptions options, InputStream standard, PrintStream err) {

    static final String VALID = "valid";

    /** The machine-readable word. */
    String word(String file) throws IOException {
        Receipt receipt;
        try (InputStream in = Input.open(file, standard)) {
            receipt = Receipt.read(new String(in.readNBytes(Receipt.MAX_LENGTH + 1), UTF_8));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return "malformed";
        }
        Optional<PublicKey> key = keys().named(receipt.keyId());
        if (key.isEmpty()) {
            err.println("kid: " + receipt.keyId() + " (expected: one of the published keys)");
            return "unknown_key";
        }
        if (!receipt.isSignedBy(key.get())) {
            err.println("the signature is not that of key " + receipt.keyId());
            return "bad_signature";
        }
        String log = options.log();
        if (log != null && !standsIn(log, receipt)) {
            return "not_in_log";
        }
        err.println("decision " + receipt.payload().get("decision"));
        err.println("version " + receipt.version() + ", hash " + receipt.hash());
        err.println("issued at " + receipt.payload().path("issuedAt").asString("(not said)"));
        return VALID;
    }

    private PublicKeys keys() throws IOException {
        String keys = options.keys();
        if (keys != null && !keys.matches("https?://.*")) {
            try (InputStream in = Input.open(keys)) {
                return PublicKeys.read(in.readNBytes(Lines.MAX_BYTES), keys);
            }
        }
        String where = keys == null ? "/.well-known/jwks.json" : keys;
        try (House house = new House(options.url());
                InputStream in = house.get(where, null)) {
            return PublicKeys.read(in.readNBytes(Lines.MAX_BYTES), where);
        } catch (House.Refused e) {
            throw new BadUsage(String.valueOf(e.getMessage()));
        }
    }

    /** Whether the log is unbroken up to the receipt's version and its event there has the hash. */
    private boolean standsIn(String file, Receipt receipt) throws IOException {
        Chain chain = new Chain(receipt.lot());
        try (LogSource log = LogSource.Saved.open(file, standard)) {
            while (chain.events() < receipt.version()) {
                Line line = log.next();
                if (line == null) {
                    err.println(
                            "the log ends at version "
                                    + chain.events()
                                    + " (expected: "
                                    + receipt.version()
                                    + ")");
                    return false;
                }
                Optional<Finding> finding = chain.add(line);
                if (finding.isPresent()) {
                    err.println(finding.get().line() + ": " + finding.get().detail());
                    return false;
                }
            }
        }
        if (!chain.head().equals(receipt.hash())) {
            err.println(
                    "the event of version "
                            + receipt.version()
                            + " has the hash "
                            + chain.head()
                            + " (expected: "
                            + receipt.hash()
                            + ")");
        }
        return chain.head().equals(receipt.hash());
    }
}
