/** What is owed: currencies, rates, premium in brackets, the lines of bill and statement. Pure. */
@NullMarked
package io.gavel.settlement.money;

import org.jspecify.annotations.NullMarked;
