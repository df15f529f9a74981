package io.gavel.bidding.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.Format;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The afternoons by chance are not dull: whatever can be answered is answered in some of them. */
class AfternoonTest {

    private static final int LOTS = 100;
    private static final int COMMANDS = 100;

    @ParameterizedTest
    @ValueSource(strings = {"english", "retractable"})
    void english_ones_meet_every_answer_and_every_end(String kind) {
        Set<String> met = met(kind);

        assertThat(met)
                .contains("SOLD", "UNSOLD", "CANCELLED", "later end")
                .contains("PlaceBid accepted", "PlaceBid too-low", "PlaceBid below-own-max")
                .contains("PlaceBid confirm-large", "PlaceBid own-lot", "PlaceBid not-allowed")
                .contains("PlaceBid not-open", "PlaceBid paused", "PlaceBid closed")
                .contains("LowerMax accepted", "LowerMax too-low", "LowerMax invalid")
                .contains("BuyNow accepted", "BuyNow not-allowed", "BuyNow closed")
                .contains("Hammer accepted", "Cancel accepted", "Extend accepted", "Extend invalid")
                .contains("Pause accepted", "Resume accepted", "Resume not-allowed")
                .contains("RetractBid not-allowed", "AcceptPrice invalid", "ListLot conflict");
        for (String possible : List.of("RetractBid accepted", "lower price")) {
            assertThat(met.contains(possible)).isEqualTo(kind.equals("retractable"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Format.SealedFirstPrice.WORD, Format.SealedSecondPrice.WORD})
    void sealed_ones_meet_every_answer_and_every_end(String kind) {
        assertThat(met(kind))
                .contains("SOLD", "UNSOLD", "CANCELLED", "later end")
                .contains("PlaceBid accepted", "PlaceBid too-low", "PlaceBid own-lot")
                .contains("PlaceBid not-open", "PlaceBid paused", "PlaceBid closed")
                .contains("LowerMax invalid", "RetractBid invalid", "BuyNow invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = Format.Dutch.WORD)
    void dutch_ones_meet_every_answer_and_every_end(String kind) {
        assertThat(met(kind))
                .contains("SOLD", "UNSOLD", "CANCELLED", "lower price", "later end")
                .contains("AcceptPrice accepted", "AcceptPrice paused", "AcceptPrice closed")
                .contains("AcceptPrice own-lot", "AcceptPrice not-open", "PlaceBid invalid");
    }

    private static Set<String> met(String kind) {
        Set<String> met = new TreeSet<>();
        for (long seed = 0; seed < LOTS; seed++) {
            for (Afternoon.Step step : Afternoon.of(kind, seed, COMMANDS).steps()) {
                met.add(step.command().getClass().getSimpleName() + " " + step.answer());
                if (step.after().outcome != null) {
                    met.add(step.after().outcome.name());
                }
                if (step.after().price() < step.before().price()) {
                    met.add("lower price");
                }
                if (step.after().clock.end.isAfter(step.before().clock.end)) {
                    met.add("later end");
                }
            }
        }
        return met;
    }
}
