/** Reads that other services answer. */
@NullMarked
package io.gavel.gateway.forward;

import org.jspecify.annotations.NullMarked;
