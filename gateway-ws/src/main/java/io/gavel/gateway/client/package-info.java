/** The client for programs: {@code /client.js} and its types. */
@NullMarked
package io.gavel.gateway.client;

import org.jspecify.annotations.NullMarked;
