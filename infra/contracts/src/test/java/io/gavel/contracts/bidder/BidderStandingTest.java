package io.gavel.contracts.bidder;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.Examples;
import io.gavel.contracts.Golden;
import io.gavel.contracts.json.Json;
import org.junit.jupiter.api.Test;

class BidderStandingTest {

    @Test
    void a_standing_is_written_as_its_golden_file_and_read_back() {
        BidderStanding suspended = new BidderStanding(Examples.ALICE, 3, true, 4);

        Golden.requireSame("bidder-suspended", Json.bytes(suspended));

        assertThat(Json.read(Golden.bytes("bidder-suspended"), BidderStanding.class))
                .isEqualTo(suspended);
    }
}
