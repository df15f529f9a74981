/**
 * A second auction house, written for obviousness from RULES alone: it keeps nothing but the list
 * of all commands and works everything out from it anew for every question. It shares no code with
 * the core, only the contracts' values.
 */
package io.gavel.bidding.oracle;
