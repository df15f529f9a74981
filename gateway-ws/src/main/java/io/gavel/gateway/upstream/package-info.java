/** Calls to the services behind the gateway, each behind a circuit breaker with a time limit. */
@NullMarked
package io.gavel.gateway.upstream;

import org.jspecify.annotations.NullMarked;
