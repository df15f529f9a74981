/** One WebSocket connection: frames in, the bounded queue out, heartbeat, end. */
@NullMarked
package io.gavel.gateway.connection;

import org.jspecify.annotations.NullMarked;
