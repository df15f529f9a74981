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
 * A lot on which 50 bidders have bid, and the bids that follow, from 100 euros up to some 10,000:
 * some take the lead, some are outbid by the leader's maximum, some are refused.
 *
 * @param start the lot before the bids
 */
record CoreScript(LotId id, Lot start, List<Step> steps) {

    /** A bid with all that deciding it takes. */
    record Step(Command command, Optional<Paddle> paddle, Instant at) {}

    /** The start of the bids' amounts, what they grow by in all, and how far a bid strays. */
    private static final double FROM = 10_000;

    private static final double GROWTH = 100;
    private static final double LEAST = 0.98;
    private static final double SPAN = 0.10;

    private static final String TERMS =
            "\"increments\":\"ebay-us\",\"reserve\":50000,"
                    + "\"softClose\":{\"window\":\"PT2M\",\"extension\":\"PT2M\"}";
    private static final Instant OPENED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-24T10:00:00Z");
    private static final int BIDDERS = 50;
    private static final int BIDS = 1_000;
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
        return new CoreScript(id, now, bids(lot, paddles));
    }

    /** What a step makes of a lot. */
    record Decided(Lot lot, Answer answer) {}

    /** Decides one step: what is measured. */
    static Decided decide(LotId id, Lot lot, Step step) {
        Verdict verdict = Auctioneer.decide(lot, step.command(), step.paddle(), step.at());
        return new Decided(Evolution.evolve(id, lot, verdict.facts()), verdict.answer());
    }

    private static List<Step> bids(BenchLot lot, List<Optional<Paddle>> paddles) {
        Random chance = new Random(SEED);
        List<Step> bids = new ArrayList<>(BIDS);
        for (int i = 0; i < BIDS; i++) {
            int bidder = chance.nextInt(BIDDERS);
            double worth = FROM * Math.pow(GROWTH, (double) i / BIDS);
            long amount = Math.round(worth * (LEAST + SPAN * chance.nextDouble()));
            Command bid = read(lot.bid(UUID.randomUUID(), bidder, amount));
            bids.add(new Step(bid, paddles.get(bidder), OPENED.plusSeconds(60 + i)));
        }
        return bids;
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
