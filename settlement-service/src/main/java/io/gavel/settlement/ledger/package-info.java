/** Double entry: where money comes from and goes to. Pure. */
@NullMarked
package io.gavel.settlement.ledger;

import org.jspecify.annotations.NullMarked;
