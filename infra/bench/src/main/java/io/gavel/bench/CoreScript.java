package io.gavel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.bidding.auction.Answer;
import io.gavel.bidding.auction.Auctioneer;
import io.gavel.bidding.auction.Evolution;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.Verdict;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A lot on which 50 bidders have bid, and the bids that follow, from 100 euros up to some 100,000:
 * some take the lead, some are outbid by the leader's maximum, some are refused.
 *
 * @param start the lot before the bids
 */
record CoreScript(LotId id, Lot start, List<Step> steps) {

    /** A bid with all that deciding it takes. */
    record Step(Command command, Optional<Paddle> paddle, Instant at) {}

    /** Every so many bids, a bidder names a maximum that is up to so much above what is asked. */
    private static final int MAXIMUM_EVERY = 4;

    private static final double HIGHEST_MAXIMUM = 1.12;

    /** The other bids are about what is asked. */
    private static final double LEAST = 0.996;

    private static final double MOST = 1.008;

    private static final String TERMS =
            "\"increments\":\"ebay-us\",\"reserve\":50000,"
                    + "\"softClose\":{\"window\":\"PT2M\",\"extension\":\"PT2M\"}";
    private static final Instant OPENED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-24T10:00:00Z");
    private static final int BIDDERS = 50;
    private static final int BIDS = 500;
    private static final long SEED = 20_261_123;

    static CoreScript write() {
        BenchLot lot = new BenchLot();
        LotId id = new LotId(lot.id());
        Step listing = new Step(read(lot.listing(CLOSES, TERMS)), Optional.empty(), OPENED);
        Lot now = decide(id, new Lot.Unlisted(), listing).lot();
        List<Optional<Paddle>> paddles = new ArrayList<>(BIDDERS);
        for (int bidder = 0; bidder < BIDDERS; bidder++) {
            Command first = read(lot.bid(UUID.randomUUID(), bidder, 100 + 200L * bidder));
            Decided decided =
                    decide(id, now, new Step(first, Optional.empty(), OPENED.plusMillis(bidder)));
            now = decided.lot();
            paddles.add(paddle(decided.answer()));
        }
        return new CoreScript(id, now, bids(id, lot, now, paddles));
    }

    /** What a step makes of a lot. */
    record Decided(Lot lot, Answer answer) {}

    /** Decides one step: what is measured. */
    static Decided decide(LotId id, Lot lot, Step step) {
        Verdict verdict =
                Auctioneer.decide(lot, step.command(), step.paddle(), List.of(), step.at());
        return new Decided(Evolution.evolve(id, lot, verdict.facts()), verdict.answer());
    }

    private static List<Step> bids(
            LotId id, BenchLot lot, Lot start, List<Optional<Paddle>> paddles) {
        Random chance = new Random(SEED);
        List<Step> bids = new ArrayList<>(BIDS);
        Lot now = start;
        for (int i = 0; i < BIDS; i++) {
            int bidder = chance.nextInt(BIDDERS);
            boolean maximum = chance.nextInt(MAXIMUM_EVERY) == 0;
            double share =
                    maximum
                            ? chance.nextDouble(1, HIGHEST_MAXIMUM)
                            : chance.nextDouble(LEAST, MOST);
            long amount = Math.round(asked(now) * share);
            Command bid = read(lot.bid(UUID.randomUUID(), bidder, amount));
            Step step = new Step(bid, paddles.get(bidder), OPENED.plusSeconds(60 + i));
            now = decide(id, now, step).lot();
            bids.add(step);
        }
        return bids;
    }

    private static long asked(Lot lot) {
        return ((Lot.Listed) lot).publicState(OPENED).next().minor();
    }

    private static Optional<Paddle> paddle(Answer answer) {
        if (answer instanceof Answer.BidAccepted accepted) {
            return Optional.of(accepted.paddle());
        }
        throw new IllegalStateException(answer + " (expected: an accepted first bid)");
    }

    private static Command read(byte[] json) {
        if (CommandJson.read(json) instanceof Command command) {
            return command;
        }
        throw new IllegalStateException("not a command: " + new String(json, UTF_8));
    }
}
