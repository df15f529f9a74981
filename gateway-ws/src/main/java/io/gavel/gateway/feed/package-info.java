/** The lots being watched: events in, snapshots, recovery, who gets which version. */
@NullMarked
package io.gavel.gateway.feed;

import org.jspecify.annotations.NullMarked;
