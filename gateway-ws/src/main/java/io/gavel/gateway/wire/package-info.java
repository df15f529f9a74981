/** Encoded frames and those who receive them. */
@NullMarked
package io.gavel.gateway.wire;

import org.jspecify.annotations.NullMarked;
