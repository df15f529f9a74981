/** Whether this replica can do its work. */
@NullMarked
package io.gavel.settlement.health;

import org.jspecify.annotations.NullMarked;
