/** Work that is done again and again, less often while it fails. */
@NullMarked
package io.gavel.settlement.rounds;

import org.jspecify.annotations.NullMarked;
