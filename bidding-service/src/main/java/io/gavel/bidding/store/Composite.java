package io.gavel.bidding.store;

import java.util.List;

/**
 * A value of one of the database's composite types, all of whose fields are arrays.
 *
 * @param fields in the order of the type; each of a class that {@link BinaryArrays} knows
 */
public record Composite(List<Object[]> fields) {}
