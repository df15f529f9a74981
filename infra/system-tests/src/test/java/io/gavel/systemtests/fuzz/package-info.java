/** Clients that say what no client should, from a seed. */
@NullMarked
package io.gavel.systemtests.fuzz;

import org.jspecify.annotations.NullMarked;
