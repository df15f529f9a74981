/** Who asks and what he may do: the security chain, tokens in frames, demo tokens. */
@NullMarked
package io.gavel.gateway.auth;

import org.jspecify.annotations.NullMarked;
