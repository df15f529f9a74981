/** Gavel as a whole, seen from outside: real processes, real sockets. */
@NullMarked
package io.gavel.systemtests;

import org.jspecify.annotations.NullMarked;
