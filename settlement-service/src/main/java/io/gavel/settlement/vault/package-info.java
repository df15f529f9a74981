/** Secrets that must be had in clear again, sealed while they are kept. */
@NullMarked
package io.gavel.settlement.vault;

import org.jspecify.annotations.NullMarked;
