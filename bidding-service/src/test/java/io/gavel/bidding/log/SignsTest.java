package io.gavel.bidding.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.auction.Outage;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandRecord;
import io.gavel.contracts.command.Heartbeat;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.Unreadable;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** When nobody could bid, as the records of a partition show it. */
class SignsTest {

    private static final Duration THRESHOLD = Duration.ofSeconds(15);
    private static final LotId LOT = new LotId(new UUID(0, 1));
    private static final CommandId ID = new CommandId(new UUID(0, 2));
    private static final AccountId ALICE = new AccountId("alice");
    private static final CommandRecord BEAT = new Heartbeat("gateway-1");
    private static final CommandRecord BID =
            new PlaceBid(ID, LOT, ALICE, new Money(100), false, false);
    private static final CommandRecord CLOSE_DUE = new CloseDue(ID, LOT, ALICE);

    static final List<CommandRecord> FOR_SOMEBODY =
            List.of(BEAT, BID, new Pause(ID, LOT, ALICE, null, true));
    static final List<CommandRecord> FOR_NOBODY =
            List.of(
                    CLOSE_DUE,
                    new InvalidCommand(ID, LOT, ALICE, "{}", "type: x"),
                    new Unreadable("not JSON"));

    private Signs signs = Signs.NONE;

    @ParameterizedTest
    @FieldSource("FOR_SOMEBODY")
    void signs_further_apart_than_the_threshold_show_an_outage(CommandRecord sign) {
        hear(BEAT, 0).hear(sign, 15_001);

        assertThat(signs.outages()).containsExactly(outage(0, 15_001));
        assertThat(outagesBy(15_001)).containsExactly(outage(0, 15_001));
    }

    @Test
    void just_the_threshold_apart_is_none() {
        hear(BEAT, 0).hear(BEAT, 15_000);

        assertThat(signs.outages()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("FOR_NOBODY")
    void what_comes_without_a_gateway_does_not_end_one_but_knows_of_it(CommandRecord record) {
        hear(BEAT, 0).hear(record, 20_000);

        assertThat(signs.outages()).isEmpty();
        assertThat(outagesBy(15_000)).isEmpty();
        assertThat(outagesBy(20_000)).containsExactly(outage(0, 20_000));
        hear(record, 30_000).hear(BEAT, 40_000);
        assertThat(outagesBy(40_000)).containsExactly(outage(0, 40_000));
    }

    @Test
    void a_log_without_heartbeats_shows_none_however_seldom_somebody_bids() {
        hear(BID, 0).hear(CLOSE_DUE, 60_000).hear(BID, 3_600_000);

        assertThat(outagesBy(9_000_000)).isEmpty();
        hear(BEAT, 9_000_000).hear(BID, 9_015_000).hear(BID, 9_031_000);
        assertThat(signs.outages()).containsExactly(outage(9_015_000, 9_031_000));
    }

    @Test
    void what_has_ended_since_is_told_apart() {
        hear(BEAT, 0).hear(BEAT, 20_000);
        Signs before = signs;

        assertThat(before.overSince(Signs.NONE)).containsExactly(outage(0, 20_000));
        assertThat(before.overSince(before)).isEmpty();
        hear(BEAT, 22_000).hear(BEAT, 60_000).hear(BEAT, 61_000).hear(BEAT, 80_000);
        assertThat(signs.overSince(before))
                .containsExactly(outage(22_000, 60_000), outage(61_000, 80_000));
    }

    @Test
    void the_newest_are_remembered() {
        hear(BEAT, 0);
        for (int i = 1; i <= Signs.MOST + 1; i++) {
            hear(BEAT, 20_000 * i);
        }

        assertThat(signs.outages()).hasSize(Signs.MOST);
        assertThat(signs.outages().getFirst()).isEqualTo(outage(20_000, 40_000));
        assertThat(outagesBy(9_000_000)).hasSize(Signs.MOST);
    }

    private SignsTest hear(CommandRecord record, long millis) {
        signs = signs.and(record, at(millis), THRESHOLD);
        return this;
    }

    private List<Outage> outagesBy(long millis) {
        return signs.outagesBy(at(millis), THRESHOLD);
    }

    private static Outage outage(long from, long until) {
        return new Outage(at(from), at(until));
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
