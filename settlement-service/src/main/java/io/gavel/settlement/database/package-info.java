/** Handing many rows to PostgreSQL in one statement, and reading them. */
@NullMarked
package io.gavel.settlement.database;

import org.jspecify.annotations.NullMarked;
