/** Collecting money: what is asked of a provider, and what it may answer. */
@NullMarked
package io.gavel.settlement.payment;

import org.jspecify.annotations.NullMarked;
