/** The cheap clients find what is there. */
@NullMarked
package io.gavel.bench.crowd;

import org.jspecify.annotations.NullMarked;
