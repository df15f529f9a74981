/**
 * The public, verifiable log of a lot: what happened, what is true after it, and its exact bytes.
 */
@NullMarked
package io.gavel.contracts.event;

import org.jspecify.annotations.NullMarked;
