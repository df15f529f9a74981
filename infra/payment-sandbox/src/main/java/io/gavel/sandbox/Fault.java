package io.gavel.sandbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can go wrong with a charge, or with asking for one. */
public enum Fault {
    /** Nothing goes wrong. */
    NONE,
    /** The payer's bank refuses: {@code declined}, for this key for ever. */
    DECLINE,
    /** Accepted, but neither collected nor declined until an operator settles it. */
    PENDING,
    /** Charged, and answered only after a while. */
    SLOW,
    /** 500; nothing is charged. */
    ERROR,
    /** Charged, then 500. */
    ERROR_AFTER_CHARGE,
    /** 429 with {@code Retry-After: 1}; nothing is charged. */
    BUSY,
    /** No answer; nothing is charged. */
    NO_ANSWER,
    /** Charged, then no answer. */
    NO_ANSWER_AFTER_CHARGE,
    /** No answer; charged when the request is let go, long after the caller has turned away. */
    LATE_CHARGE,
    /** Charged, then the connection is cut instead of an answer. */
    CUT_AFTER_CHARGE,
    /** Charged, then an answer that is no JSON. */
    GARBLED_AFTER_CHARGE,
    /** Each webhook comes twice, with the same id. */
    DUPLICATE_WEBHOOKS,
    /** What became of the charge is told before that it was begun. */
    DISORDERED_WEBHOOKS,
    /** No webhook comes. */
    LOST_WEBHOOKS,
    /** Each webhook is signed with a wrong secret. */
    FORGED_WEBHOOKS;

    private static final String PAYER_PREFIX = "fault-";

    /** As it is said from outside: {@code error-after-charge}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator
    public static Fault parse(String word) {
        return find(word)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "fault: " + word + " (expected: " + words() + ")"));
    }

    /** The fault a payer is named after, as in {@code fault-decline} and {@code fault-slow-2}. */
    static Optional<Fault> of(String payer) {
        return payer.startsWith(PAYER_PREFIX)
                ? find(payer.substring(PAYER_PREFIX.length()).replaceFirst("-\\d+$", ""))
                : Optional.empty();
    }

    private static Optional<Fault> find(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }

    private static String words() {
        return Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "));
    }

    /** Whether it is about the charge itself, so that it meets every request of a key alike. */
    boolean isLasting() {
        return switch (this) {
            case DECLINE,
                    PENDING,
                    DUPLICATE_WEBHOOKS,
                    DISORDERED_WEBHOOKS,
                    LOST_WEBHOOKS,
                    FORGED_WEBHOOKS ->
                    true;
            case NONE,
                    SLOW,
                    ERROR,
                    ERROR_AFTER_CHARGE,
                    BUSY,
                    NO_ANSWER,
                    NO_ANSWER_AFTER_CHARGE,
                    LATE_CHARGE,
                    CUT_AFTER_CHARGE,
                    GARBLED_AFTER_CHARGE ->
                    false;
        };
    }
}
