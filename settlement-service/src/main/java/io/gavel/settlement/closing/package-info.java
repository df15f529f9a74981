/** Durable timers: each lot is called due until its closing is seen. */
@NullMarked
package io.gavel.settlement.closing;

import org.jspecify.annotations.NullMarked;
