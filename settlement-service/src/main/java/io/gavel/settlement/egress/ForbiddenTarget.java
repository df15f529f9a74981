package io.gavel.settlement.egress;

import java.io.IOException;

/** A name leads to an address that may not be called. */
public final class ForbiddenTarget extends IOException {

    ForbiddenTarget() {
        super("host: at an address that is not public (expected: a public one)");
    }
}
