/**
 * What becomes of a closed lot: a state machine without clock, chance or framework. Edges read what
 * it needs, ask it, and write what it says.
 */
@NullMarked
package io.gavel.settlement.sale;

import org.jspecify.annotations.NullMarked;
