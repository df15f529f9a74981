/** Who may not bid, as settlement-service says: noted with what he asks. */
@NullMarked
package io.gavel.gateway.suspension;

import org.jspecify.annotations.NullMarked;
