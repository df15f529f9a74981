/** The published schemas say what the code does. */
@NullMarked
package io.gavel.contracts.published;

import org.jspecify.annotations.NullMarked;
