package io.gavel.contracts.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.Examples;
import io.gavel.contracts.Golden;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Money;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTest {

    private static final Map<String, Decision> DECISIONS =
            Map.of(
                    "decision-accepted",
                    new Decision(
                            Examples.ID,
                            Examples.LOT,
                            Examples.ALICE,
                            DecisionOutcome.ACCEPTED,
                            null,
                            null,
                            true,
                            18L,
                            new Money(12_500),
                            new Money(13_000),
                            new Money(20_000),
                            Examples.PADDLE,
                            Examples.AT,
                            3,
                            8_813),
                    "decision-rejected",
                    new Decision(
                            Examples.ID,
                            Examples.LOT,
                            Examples.ALICE,
                            DecisionOutcome.REJECTED,
                            Reason.TOO_LOW,
                            null,
                            false,
                            18L,
                            new Money(12_500),
                            new Money(13_000),
                            null,
                            null,
                            Examples.AT,
                            3,
                            8_814),
                    "decision-rejected-invalid",
                    new Decision(
                            Examples.ID,
                            Examples.LOT,
                            Examples.ALICE,
                            DecisionOutcome.REJECTED,
                            Reason.INVALID,
                            "amount: -5 (expected: a whole number of minor units, 1 to"
                                    + " 1000000000000000)",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            Examples.AT,
                            3,
                            8_815));

    static Stream<String> names() {
        return DECISIONS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aDecisionIsWrittenAsItsGoldenFileAndReadBack(String name) {
        Decision decision = DECISIONS.get(name);

        Golden.requireSame(name, DecisionJson.write(decision));
        assertThat(DecisionJson.write(decision)).isEqualTo(Json.bytes(decision));

        assertThat(Json.read(Golden.bytes(name), Decision.class)).isEqualTo(decision);
    }

    @Test
    void aDecisionInALogLineTellsNoMaximum() {
        assertThat(DECISIONS.get("decision-accepted").toString()).doesNotContain("20000", "alice");
    }
}
