package io.gavel.settlement.payment;

import org.jspecify.annotations.Nullable;

/** A provider gave no answer that says what became of a charge. */
public final class ProviderFailure extends RuntimeException {

    /** Whose fault it is. */
    public enum Kind {
        /** The provider's, or the way's: it may do better when asked again. */
        OUTAGE,
        /** Ours: asked again, it says the same. */
        REFUSED
    }

    private final Kind kind;

    /**
     * Makes one.
     *
     * @param why for operators, without anything secret or private
     */
    public ProviderFailure(Kind kind, String why, @Nullable Throwable cause) {
        super(why, cause);
        this.kind = kind;
    }

    public static ProviderFailure outage(String why, @Nullable Throwable cause) {
        return new ProviderFailure(Kind.OUTAGE, why, cause);
    }

    public static ProviderFailure refused(String why, @Nullable Throwable cause) {
        return new ProviderFailure(Kind.REFUSED, why, cause);
    }

    public boolean isOutage() {
        return kind == Kind.OUTAGE;
    }
}
