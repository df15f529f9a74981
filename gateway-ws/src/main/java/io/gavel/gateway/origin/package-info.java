/** Which other pages may use HTTP: those that may connect. */
@NullMarked
package io.gavel.gateway.origin;

import org.jspecify.annotations.NullMarked;
