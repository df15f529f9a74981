package io.gavel.contracts.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gavel.contracts.Examples;
import io.gavel.contracts.Golden;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Rules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandGoldenTest {

    private static final AccountId OPERATOR = new AccountId("operator");

    private static final Map<String, Command> COMMANDS =
            Map.ofEntries(
                    Map.entry(
                            "command-list-lot",
                            new ListLot(Examples.ID, Examples.LOT, Examples.BOB, Examples.LISTING)),
                    Map.entry(
                            "command-list-lot-photos",
                            new ListLot(
                                    Examples.ID,
                                    Examples.LOT,
                                    Examples.BOB,
                                    Examples.LISTING_WITH_PHOTOS)),
                    listing("command-list-lot-plain", Examples.PLAIN_RULES),
                    listing("command-list-lot-dutch", Examples.DUTCH_RULES),
                    listing("command-list-lot-sealed", Examples.SEALED_RULES),
                    Map.entry("command-place-bid", bid(20_000, false, false)),
                    Map.entry("command-place-bid-large", bid(900_000, true, false)),
                    Map.entry("command-place-bid-suspended", bid(20_000, false, true)),
                    Map.entry(
                            "command-lower-max",
                            new LowerMax(
                                    Examples.ID, Examples.LOT, Examples.ALICE, new Money(15_000))),
                    Map.entry(
                            "command-retract-bid",
                            new RetractBid(
                                    Examples.ID, Examples.LOT, Examples.ALICE, "a typing error")),
                    Map.entry(
                            "command-buy-now",
                            new BuyNow(Examples.ID, Examples.LOT, Examples.ALICE, false)),
                    Map.entry(
                            "command-accept-price",
                            new AcceptPrice(Examples.ID, Examples.LOT, Examples.ALICE, false)),
                    Map.entry(
                            "command-pause",
                            new Pause(Examples.ID, Examples.LOT, OPERATOR, "fire alarm", false)),
                    Map.entry(
                            "command-resume",
                            new Resume(Examples.ID, Examples.LOT, OPERATOR, null, true)),
                    Map.entry(
                            "command-extend",
                            new Extend(
                                    Examples.ID,
                                    Examples.LOT,
                                    OPERATOR,
                                    10,
                                    "The telephone line “broke”.",
                                    false)),
                    Map.entry(
                            "command-hammer",
                            new Hammer(Examples.ID, Examples.LOT, OPERATOR, "fair warning", false)),
                    Map.entry(
                            "command-cancel",
                            new Cancel(
                                    Examples.ID,
                                    Examples.LOT,
                                    Examples.BOB,
                                    "withdrawn by its owner",
                                    false)),
                    Map.entry(
                            "command-close-due",
                            new CloseDue(Examples.ID, Examples.LOT, new AccountId("settlement"))));

    private static Map.Entry<String, Command> listing(String name, Rules rules) {
        Listing listing = new Listing("Lamp", "", rules, null, List.of());
        return Map.entry(name, new ListLot(Examples.ID, Examples.LOT, Examples.BOB, listing));
    }

    private static PlaceBid bid(long amount, boolean confirmLarge, boolean suspended) {
        return new PlaceBid(
                Examples.ID,
                Examples.LOT,
                Examples.ALICE,
                new Money(amount),
                confirmLarge,
                suspended);
    }

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
    void aHeartbeatIsWrittenAsItsGoldenFileAndReadBack() {
        Heartbeat heartbeat = new Heartbeat("gateway-7f3a");

        Golden.requireSame("heartbeat", CommandJson.write(heartbeat));

        assertThat(CommandJson.read(Golden.bytes("heartbeat"))).isEqualTo(heartbeat);
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
