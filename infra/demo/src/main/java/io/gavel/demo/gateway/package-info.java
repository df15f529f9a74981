/** The public HTTP interface and WebSocket, as the demo uses them. */
@NullMarked
package io.gavel.demo.gateway;

import org.jspecify.annotations.NullMarked;
