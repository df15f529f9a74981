/** What a collector of traces gets from a running Gavel. */
@NullMarked
package io.gavel.systemtests.traces;

import org.jspecify.annotations.NullMarked;
