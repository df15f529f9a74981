/** Reads topics from their end, all partitions, without a group. */
@NullMarked
package io.gavel.gateway.tail;

import org.jspecify.annotations.NullMarked;
