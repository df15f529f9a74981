package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.localstack.ServiceProcess;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Two gateways that share nothing, and what happens to those on one that goes away. */
@Timeout(300)
class GatewaysIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final int BROKEN = 1006;

    @Test
    void all_devices_of_an_account_hear_of_its_bids_on_whichever_gateway_they_are() {
        String lot =
                GAVEL.list(
                        GAVEL.api().token("sam", "SELLER"),
                        Instant.now().plusSeconds(3_600),
                        Map.of());
        String alice = GAVEL.api().token("alice", "BIDDER");
        String bob = GAVEL.elsewhere().token("bob", "BIDDER");
        try (Participant phone = GAVEL.api().join(alice);
                Participant tablet = GAVEL.elsewhere().join(alice);
                Participant laptop = GAVEL.elsewhere().join(alice);
                Participant b = GAVEL.api().join(bob);
                Participant spectator = GAVEL.elsewhere().join(null)) {
            spectator.watchAfter(lot, 0);
            JsonNode leading = phone.bid(lot, 500);
            for (Participant device : List.of(tablet, laptop)) {
                assertThat(device.await("decision").json()).isEqualTo(leading);
            }
            JsonNode overHttp =
                    new OnTheBlock(GAVEL.elsewhere(), lot).accepted(bob, "bids", "\"amount\":900");
            assertThat(b.await("decision").json()).isEqualTo(overHttp);
            for (Participant device : List.of(phone, tablet, laptop)) {
                JsonNode outbid = device.await("outbid").json();
                assertThat(outbid.get("lot").stringValue()).isEqualTo(lot);
                assertThat(outbid.get("price").longValue()).isEqualTo(550);
                assertThat(device.all("decision")).hasSize(1);
            }
            spectator.awaitEvent(lot, "bid");
            assertThat(b.all("outbid")).isEmpty();
            assertThat(spectator.all("decision")).isEmpty();
            assertThat(spectator.all("outbid")).isEmpty();
        }
    }

    @Test
    void a_gateway_that_is_killed_under_load_takes_no_bid_and_no_event_with_it()
            throws SQLException {
        ServiceProcess victim = GAVEL.stack().gateways().getLast();
        try (Crowd crowd = new Crowd(GAVEL)) {
            crowd.awaitBids(100);
            victim.kill();
            crowd.awaitLinesEnded(crowd.regulars() / 2);
            crowd.awaitBids(100);

            assertThat(crowd.closed()).containsOnly(BROKEN);
            crowd.assertNothingLost();
        } finally {
            victim.restart();
        }
    }
}
