package io.gavel.bidding.receipts;

import io.gavel.settings.RefusedSettings;
import org.springframework.core.io.Resource;

/** A key in the settings is not what it must be; the service does not start with it. */
final class UnusableKey extends RefusedSettings {

    /**
     * What a private key looks like in PEM, should somebody have put it where its place belongs.
     */
    private static final String SECRET = "PRIVATE KEY";

    /** Says what came and what was expected, and never what is in the resource. */
    UnusableKey(String setting, Resource from, String what, String expected) {
        super(setting + ": " + place(from) + " " + what + " (expected: " + expected + ")");
    }

    private static String place(Resource from) {
        String description = from.getDescription();
        return description.contains(SECRET) ? "a key itself, not where it is," : description;
    }
}
