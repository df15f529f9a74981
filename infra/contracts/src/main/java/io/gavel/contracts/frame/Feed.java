package io.gavel.contracts.frame;

/** How a lot is watched. */
public enum Feed {
    /** Every event, in order. */
    LOG,
    /** What is true now; newest wins. */
    STATE
}
