package io.gavel.contracts.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gavel.contracts.Examples;
import io.gavel.contracts.Golden;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.Money;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandGoldenTest {

    private static final Map<String, Command> COMMANDS =
            Map.of(
                    "command-list-lot",
                    new ListLot(Examples.ID, Examples.LOT, Examples.BOB, Examples.LISTING),
                    "command-list-lot-plain",
                    new ListLot(
                            Examples.ID,
                            Examples.LOT,
                            Examples.BOB,
                            new Listing("Lamp", "", Examples.PLAIN_RULES, null)),
                    "command-place-bid",
                    new PlaceBid(
                            Examples.ID, Examples.LOT, Examples.ALICE, new Money(20_000), false),
                    "command-place-bid-large",
                    new PlaceBid(
                            Examples.ID, Examples.LOT, Examples.ALICE, new Money(900_000), true),
                    "command-close-due",
                    new CloseDue(Examples.ID, Examples.LOT, new AccountId("settlement")));

    static Stream<String> names() {
        return COMMANDS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandIsWrittenAsItsGoldenFileAndReadBack(String name) {
        Command command = COMMANDS.get(name);

        Golden.requireSame(name, CommandJson.write(command, Examples.AT));

        assertThat(CommandJson.read(Golden.bytes(name))).isEqualTo(command);
    }

    @Test
    void aCommandInALogLineTellsNoAmount() {
        assertThat(COMMANDS.get("command-place-bid").toString()).doesNotContain("20000", "alice");
        assertThat(COMMANDS.get("command-list-lot").toString()).doesNotContain("15000");
    }

    @Test
    void anInvalidCommandIsNeverSent() {
        Command invalid =
                new InvalidCommand(Examples.ID, Examples.LOT, Examples.ALICE, "{}", "type: x");

        assertThatIllegalArgumentException().isThrownBy(() -> CommandJson.write(invalid, null));
    }
}
