/** The published documents say what the code does. */
@NullMarked
package io.gavel.gateway.published;

import org.jspecify.annotations.NullMarked;
