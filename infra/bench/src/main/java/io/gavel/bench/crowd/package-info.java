/**
 * Many WebSocket clients in one process, as cheap as they can be: they look for bytes and parse
 * nothing.
 */
@NullMarked
package io.gavel.bench.crowd;

import org.jspecify.annotations.NullMarked;
