/**
 * {@code ./gavel verify}: checks what the house has published, from the bytes alone, and the
 * receipts it has signed.
 */
@NullMarked
package io.gavel.verify;

import org.jspecify.annotations.NullMarked;
