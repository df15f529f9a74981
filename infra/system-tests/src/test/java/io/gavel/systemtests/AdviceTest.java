package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A gateway that knows little, late and in disorder advises against bids on random lots; the core
 * that decides them must never have accepted one of these, nor accept it now.
 */
class AdviceTest {

    private static final int LOTS = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_bid_that_is_advised_against_is_never_accepted(long seed) {
        long advised = 0;
        for (int lot = 0; lot < LOTS; lot++) {
            AdvisedLot auction = new AdvisedLot(seed * LOTS + lot);
            auction.run();
            assertThat(auction.wrong()).as("seed " + seed + ", lot " + lot).isEmpty();
            advised += auction.advised();
        }
        assertThat(advised).as("bids advised against, seed " + seed).isGreaterThan(LOTS);
    }
}
