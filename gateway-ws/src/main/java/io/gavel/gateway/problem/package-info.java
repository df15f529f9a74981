/** Errors over HTTP as problem details (RFC 9457). */
@NullMarked
package io.gavel.gateway.problem;

import org.jspecify.annotations.NullMarked;
