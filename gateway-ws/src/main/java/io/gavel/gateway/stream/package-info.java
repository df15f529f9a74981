/** A lot's feeds over plain HTTP, as server-sent events. */
@NullMarked
package io.gavel.gateway.stream;

import org.jspecify.annotations.NullMarked;
