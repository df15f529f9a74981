/** The words of the auction room as types: lots, people, money, rules and what is true of a lot. */
@NullMarked
package io.gavel.contracts.lot;

import org.jspecify.annotations.NullMarked;
