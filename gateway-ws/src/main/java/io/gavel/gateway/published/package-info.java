/** The published interface: what clients may rely on, as documents. */
@NullMarked
package io.gavel.gateway.published;

import org.jspecify.annotations.NullMarked;
