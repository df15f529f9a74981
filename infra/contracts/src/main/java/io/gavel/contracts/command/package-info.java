/** What may be asked of a lot, and how it is read from the command topic. */
@NullMarked
package io.gavel.contracts.command;

import org.jspecify.annotations.NullMarked;
