/** What the client's own tests say, and whether its types are true. */
@NullMarked
package io.gavel.gateway.client;

import org.jspecify.annotations.NullMarked;
