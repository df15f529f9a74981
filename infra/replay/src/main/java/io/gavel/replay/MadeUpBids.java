package io.gavel.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.Rules;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A replay file of made-up bids, for measuring: English lots, on which a hundred people outbid each
 * other in turn; about one bid in eight is too low. The same every time.
 */
record MadeUpBids(int bids, int lots) {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final int PEOPLE = 100;
    private static final int TOO_LOW_EVERY = 8;

    void write(OutputStream out) throws IOException {
        for (int lot = 0; lot < lots; lot++) {
            write(
                    out,
                    START,
                    new ListLot(id(0, lot), lot(lot), new AccountId("seller"), listing()));
        }
        for (int bid = 0; bid < bids; bid++) {
            write(out, START.plusMillis(bid), bid(bid));
        }
    }

    private Command bid(int number) {
        long turn = number / lots;
        boolean tooLow = turn % TOO_LOW_EVERY == TOO_LOW_EVERY - 1;
        return new PlaceBid(
                id(1, number),
                lot(number % lots),
                new AccountId("bidder" + (turn * 37 + turn / PEOPLE) % PEOPLE),
                new Money(tooLow ? 1 : 1_000 + turn * 10_000),
                false,
                false);
    }

    private static Listing listing() {
        Format english =
                new Format.English(
                        Ladder.EBAY_US, null, null, null, OwnRaise.COMPLETES_STEP, null, false);
        Instant closesAt = START.plus(Duration.ofDays(300));
        Rules rules = new Rules(english, "EUR", new Money(1_000), null, closesAt, false);
        return new Listing("A clock", "Ticks.", rules, null, List.of());
    }

    private static LotId lot(int number) {
        return new LotId(new UUID(0x0197_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
    }

    private static CommandId id(int kind, int number) {
        return new CommandId(new UUID(0x0198_0000_0000_7000L + kind, Long.MIN_VALUE + number));
    }

    private static void write(OutputStream out, Instant at, Command command) throws IOException {
        out.write(("{\"T\":\"" + Instants.format(at) + "\",\"command\":").getBytes(US_ASCII));
        out.write(CommandJson.write(command, at));
        out.write("}\n".getBytes(US_ASCII));
    }
}
