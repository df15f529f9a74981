/** Reads topics from their end, without a group; where there are many partitions, those needed. */
@NullMarked
package io.gavel.gateway.tail;

import org.jspecify.annotations.NullMarked;
