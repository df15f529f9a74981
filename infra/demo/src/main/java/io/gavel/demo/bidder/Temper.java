package io.gavel.demo.bidder;

/** How somebody bids at English lots. */
public enum Temper {
    /** Comes early, offers readily, and then lets others have it. */
    EARLY_BIRD(0.7),
    /** Goes on step by step, and further the later it is. */
    STEPPER(0.45),
    /** Leaves a maximum and looks in again only when it is beaten. */
    ABSENTEE(0.8),
    /** Says nothing until the last seconds. */
    SNIPER(0);

    private final double courage;

    Temper(double courage) {
        this.courage = courage;
    }

    /**
     * What part of his budget he offers at the most, from 0 to 1.
     *
     * @param progress how much of the lot's time is over, from 0 to 1
     */
    double courage(double progress) {
        return courage + (1 - courage) * progress;
    }
}
