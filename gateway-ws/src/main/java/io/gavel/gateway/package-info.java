/** The edge: WebSocket, HTTP and the page. It decides nothing about a lot. */
@NullMarked
package io.gavel.gateway;

import org.jspecify.annotations.NullMarked;
