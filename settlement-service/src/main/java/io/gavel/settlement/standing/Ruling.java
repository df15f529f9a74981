package io.gavel.settlement.standing;

/** What an operator can do to a bidder. */
public enum Ruling {
    /** He may not bid from now on, and is offered nothing. */
    SUSPEND("suspend"),
    /** He may again; his strikes stay, so the next one suspends him again where it is enough. */
    REINSTATE("reinstate");

    private final String word;

    Ruling(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    boolean suspends() {
        return this == SUSPEND;
    }
}
