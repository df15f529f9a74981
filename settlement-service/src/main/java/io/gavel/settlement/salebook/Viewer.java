package io.gavel.settlement.salebook;

import org.springframework.security.core.Authentication;

/** Who asks. */
record Viewer(String account, boolean isOperator) {

    static Viewer of(Authentication caller) {
        return new Viewer(
                caller.getName(),
                caller.getAuthorities().stream()
                        .anyMatch(authority -> "ROLE_OPERATOR".equals(authority.getAuthority())));
    }

    /** To everybody else a sale is not there. */
    boolean maySee(KeptSale sale) {
        return isOperator || sale.concerns(account);
    }
}
