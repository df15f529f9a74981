/** Whether this gateway can serve. */
@NullMarked
package io.gavel.gateway.health;

import org.jspecify.annotations.NullMarked;
