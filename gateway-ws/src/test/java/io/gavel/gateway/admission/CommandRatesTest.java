package io.gavel.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.gateway.admission.CommandRates.TooMany;
import io.gavel.gateway.admission.CommandRates.Whose;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandRatesTest {

    private static final CommandId ID = new CommandId(new UUID(0, 1));
    private static final LotId LAMP = new LotId(new UUID(0, 2));
    private static final LotId CLOCK = new LotId(new UUID(0, 3));

    private final CommandRates rates = new CommandRates(new Rate(10, 2), 100, new Rate(4, 3), 100);

    @Test
    void an_account_sends_no_more_than_it_may_whatever_it_asks() {
        assertThat(rates.count(bid("alice", LAMP), 0)).isEmpty();
        assertThat(rates.count(pause("alice", CLOCK), 0)).isEmpty();
        assertThat(rates.count(bid("alice", CLOCK), 0))
                .contains(new TooMany(Whose.ACCOUNT, Duration.ofMillis(100)));
        assertThat(rates.count(bid("bob", CLOCK), 0)).isEmpty();
    }

    @Test
    void a_lot_is_bid_on_no_more_than_it_may_be_by_all_together() {
        assertThat(rates.count(bid("alice", LAMP), 0)).isEmpty();
        assertThat(rates.count(new BuyNow(ID, LAMP, new AccountId("bob"), false), 0)).isEmpty();
        assertThat(rates.count(new AcceptPrice(ID, LAMP, new AccountId("eve"), false), 0))
                .isEmpty();
        assertThat(rates.count(bid("carol", LAMP), 0))
                .contains(new TooMany(Whose.LOT, Duration.ofMillis(250)));
        assertThat(rates.count(bid("carol", CLOCK), 0)).isEmpty();
    }

    @Test
    void the_auctioneer_does_not_wait_behind_a_crowd_of_bidders() {
        for (int i = 0; i < 10; i++) {
            rates.count(bid("bidder" + i, LAMP), 0);
        }
        assertThat(rates.count(pause("olga", LAMP), 0)).isEmpty();
    }

    private static Command bid(String by, LotId lot) {
        return new PlaceBid(ID, lot, new AccountId(by), new Money(1_200), false, false);
    }

    private static Command pause(String by, LotId lot) {
        return new Pause(ID, lot, new AccountId(by), null, true);
    }
}
