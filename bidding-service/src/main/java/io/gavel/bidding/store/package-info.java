/** What bidding-service keeps in PostgreSQL, and how rows become lots again. */
@NullMarked
package io.gavel.bidding.store;

import org.jspecify.annotations.NullMarked;
