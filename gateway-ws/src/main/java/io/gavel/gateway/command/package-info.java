/** Commands out to the log, decisions in, and those who wait for one. */
@NullMarked
package io.gavel.gateway.command;

import org.jspecify.annotations.NullMarked;
