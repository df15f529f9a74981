package io.gavel.bidding.batch;

import io.gavel.bidding.ListingBuilder;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.CommandRecord;
import io.gavel.contracts.command.Heartbeat;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** The records of a partition by chance, with gateways that die and come back. */
final class RandomPartition {

    static final int NUMBER = 3;

    private static final int LOTS = 6;
    private static final AccountId HOUSE = new AccountId("house");

    private RandomPartition() {}

    /** Heartbeats with holes, and people and settlement that go on meanwhile. */
    static List<LogRecord> records(long seed, int count) {
        Random random = new Random(seed);
        List<LotId> lots =
                IntStream.range(0, LOTS).mapToObj(i -> new LotId(new UUID(7, i))).toList();
        List<LogRecord> records = new ArrayList<>();
        Instant now = ListingBuilder.LISTED_AT;
        for (LotId lot : lots) {
            records.add(record(records.size(), now, list(lot, now, random)));
        }
        boolean down = false;
        while (records.size() < count) {
            now = now.plusMillis(random.nextInt(down ? 20_000 : 4_000));
            down = random.nextInt(down ? 6 : 25) == 0 ? !down : down;
            records.add(record(records.size(), now, next(records.size(), lots, down, random)));
        }
        return records;
    }

    private static ListLot list(LotId lot, Instant now, Random random) {
        ListingBuilder listing =
                ListingBuilder.aLot().closingAt(now.plusSeconds(60 + random.nextInt(1_200)));
        if (random.nextInt(3) == 0) {
            listing.openingAt(now.plusSeconds(1 + random.nextInt(59)));
        }
        if (random.nextBoolean()) {
            listing.withSoftClose(Duration.ofMinutes(1), Duration.ofMinutes(1), null);
        }
        return new ListLot(
                new CommandId(new UUID(8, lot.value().getLeastSignificantBits())),
                lot,
                HOUSE,
                listing.build());
    }

    private static CommandRecord next(int i, List<LotId> lots, boolean down, Random random) {
        CommandId id = new CommandId(new UUID(9, i));
        LotId lot = lots.get(random.nextInt(lots.size()));
        if (down) {
            return new CloseDue(id, lot, HOUSE);
        }
        return switch (random.nextInt(20)) {
            case 0, 1, 2 ->
                    new PlaceBid(
                            id,
                            lot,
                            new AccountId("bidder-" + random.nextInt(4)),
                            new Money(100L * (i + random.nextInt(5))),
                            true,
                            false);
            case 3 -> new Pause(id, lot, HOUSE, null, true);
            case 4, 5 -> new Resume(id, lot, HOUSE, null, true);
            case 6, 7, 8 -> new CloseDue(id, lot, HOUSE);
            default -> new Heartbeat("gateway-1");
        };
    }

    private static LogRecord record(long offset, Instant at, CommandRecord content) {
        byte[] key = {};
        byte[] value =
                switch (content) {
                    case Command command -> CommandJson.write(command, null);
                    case Heartbeat beat -> CommandJson.write(beat);
                    default -> throw new IllegalArgumentException(content.toString());
                };
        return new LogRecord(NUMBER, offset, at, key, value, content);
    }
}
