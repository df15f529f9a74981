/** What answers to HTTP calls have in common. */
@NullMarked
package io.gavel.settlement.answers;

import org.jspecify.annotations.NullMarked;
