package io.gavel.demo.bidder;

import java.util.Set;

/**
 * Somebody who bids in the demo.
 *
 * @param account as whom he signs in
 * @param tastes the kinds of lots he always looks at; at others now and then
 */
public record Person(String account, Temper temper, Set<String> tastes) {
    public Person {
        tastes = Set.copyOf(tastes);
    }
}
