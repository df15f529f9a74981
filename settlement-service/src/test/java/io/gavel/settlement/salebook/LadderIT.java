package io.gavel.settlement.salebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.fixture.MigratedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LadderIT {

    private static final MigratedDatabase DATABASE = MigratedDatabase.create();

    private final Ladder ladder = new Ladder(DATABASE.client());
    private final LotId lot = new LotId(UUID.randomUUID());

    @Test
    void goes_down_from_the_highest_bid_and_of_equal_ones_the_earlier_is_first() {
        closed("none", null);
        bid(1, "alice", 900L, 5);
        bid(2, "carol", 700L, 4);
        bid(3, "dave", 900L, 3);

        assertThat(accounts()).containsExactly("dave", "alice", "carol");
    }

    @Test
    void who_took_his_bids_back_is_not_on_it() {
        closed("none", null);
        bid(1, "alice", null, 5);

        assertThat(accounts()).isEmpty();
    }

    @Test
    void the_reserve_holds_for_offers_too() {
        closed("met", 800L);
        bid(1, "alice", 900L, 5);
        bid(2, "carol", 800L, 4);
        bid(3, "dave", 799L, 3);

        assertThat(accounts()).containsExactly("alice", "carol");
    }

    @Test
    void where_it_is_not_known_who_met_the_reserve_nobody_is_on_it() {
        closed("met", null);
        bid(1, "alice", 900L, 5);

        assertThat(accounts()).isEmpty();
    }

    @Test
    void who_is_suspended_is_not_on_it() {
        closed("none", null);
        String erin = "erin-" + UUID.randomUUID();
        String frank = "frank-" + UUID.randomUUID();
        bid(1, erin, 900L, 5);
        bid(2, frank, 800L, 4);
        standing(erin, true);
        standing(frank, false);

        assertThat(accounts()).containsExactly(frank);
    }

    private List<String> accounts() {
        return ladder.of(lot).block(Duration.ofSeconds(30)).stream()
                .map(underbid -> underbid.account().value())
                .toList();
    }

    private void closed(String reserve, @Nullable Long metAt) {
        DATABASE.tables()
                .execute(
                        """
                        insert into closing (lot, version, status, closes_at, reserve,
                            reserve_met_price)
                        values ('%s', 9, 'closed', now(), '%s', %s)
                        """
                                .formatted(lot, reserve, metAt));
    }

    private void bid(int paddle, String account, @Nullable Long max, int offset) {
        DATABASE.tables()
                .execute(
                        "insert into bidder values ('%s', %s, '%s', %s, %s)"
                                .formatted(lot, paddle, account, max, offset));
    }

    private static void standing(String account, boolean suspended) {
        DATABASE.tables()
                .execute(
                        "insert into standing values ('%s', 2, %s, 2, now())"
                                .formatted(account, suspended));
    }
}
