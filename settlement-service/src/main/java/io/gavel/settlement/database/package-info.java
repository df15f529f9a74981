/** Handing many rows to PostgreSQL in one statement. */
@NullMarked
package io.gavel.settlement.database;

import org.jspecify.annotations.NullMarked;
