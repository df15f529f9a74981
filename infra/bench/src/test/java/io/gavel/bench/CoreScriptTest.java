package io.gavel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.auction.Answer;
import io.gavel.bidding.auction.Lot;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoreScriptTest {

    private enum Fate {
        TAKES_THE_LEAD,
        IS_OUTBID_AT_ONCE,
        RAISES_OWN_MAXIMUM,
        IS_REFUSED
    }

    private static final int PART = 100;

    @Test
    void the_bids_meet_every_fate_in_earnest_numbers() {
        CoreScript script = CoreScript.write();
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        Lot lot = script.start();
        for (CoreScript.Step bid : script.steps()) {
            CoreScript.Decided decided = CoreScript.decide(script.id(), lot, bid);
            fates.merge(fate(lot, bid, decided), 1, Integer::sum);
            lot = decided.lot();
        }
        int bids = script.steps().size();
        assertThat(fates.get(Fate.TAKES_THE_LEAD)).isGreaterThan(20 * bids / PART);
        assertThat(fates.get(Fate.IS_OUTBID_AT_ONCE)).isGreaterThan(20 * bids / PART);
        assertThat(fates.get(Fate.RAISES_OWN_MAXIMUM)).isPositive();
        assertThat(fates.get(Fate.IS_REFUSED)).isBetween(10 * bids / PART, 40 * bids / PART);
    }

    private static Fate fate(Lot before, CoreScript.Step bid, CoreScript.Decided decided) {
        if (decided.answer() instanceof Answer.Refused) {
            return Fate.IS_REFUSED;
        }
        if (!leader(decided.lot()).equals(bid.paddle())) {
            return Fate.IS_OUTBID_AT_ONCE;
        }
        return leader(before).equals(bid.paddle()) ? Fate.RAISES_OWN_MAXIMUM : Fate.TAKES_THE_LEAD;
    }

    private static Optional<Paddle> leader(Lot lot) {
        return Optional.ofNullable(((Lot.Listed) lot).publicState(Instant.EPOCH).leader());
    }
}
