package io.gavel.demo.bidder;

import java.time.Duration;

/** What somebody does about a lot now. */
public sealed interface Move {

    /** He bids, or leaves a maximum, and then waits for what becomes of it. */
    record Bid(long amount) implements Move {}

    /** He takes it at the price it has fallen to. */
    record Accept() implements Move {}

    /** He looks again after that time, or sooner when he is outbid. */
    record Wait(Duration time) implements Move {}

    /** It has become too dear, or he has said what he had to say. */
    record Leave() implements Move {}
}
