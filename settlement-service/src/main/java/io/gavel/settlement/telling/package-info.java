/** What sellers and buyers are told when a sale moves on. */
@NullMarked
package io.gavel.settlement.telling;

import org.jspecify.annotations.NullMarked;
