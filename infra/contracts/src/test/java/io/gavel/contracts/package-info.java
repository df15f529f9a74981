/** Checks of what holds for all messages: their golden files and what the module depends on. */
@NullMarked
package io.gavel.contracts;

import org.jspecify.annotations.NullMarked;
