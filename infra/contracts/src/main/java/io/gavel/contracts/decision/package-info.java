/** What became of one command. */
@NullMarked
package io.gavel.contracts.decision;

import org.jspecify.annotations.NullMarked;
