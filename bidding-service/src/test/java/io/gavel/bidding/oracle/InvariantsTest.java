package io.gavel.bidding.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Moment;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.decision.DecisionJson;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.lot.Paddle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** DESIGN §1 on afternoons by chance; a failure names the kind of lot and the seed. */
class InvariantsTest {

    private static final int LOTS = 100;
    private static final int COMMANDS = 100;

    static final List<String> KINDS = Afternoon.KINDS;

    @ParameterizedTest(name = "{0}")
    @FieldSource("KINDS")
    void they_hold_after_every_command(String kind) {
        for (long seed = 0; seed < LOTS; seed++) {
            Afternoon afternoon = Afternoon.of(kind, seed, COMMANDS);
            Saleroom room = afternoon.room();
            for (Afternoon.Step step : afternoon.steps()) {
                LotEntry before = room.entry();
                Ruling ruling = room.at(step.at()).send(step.command());
                try {
                    new Invariants(before, ruling, step.at()).hold();
                    aRefusedCommandDoesNoMoreThanACloseDue(before, step.command(), ruling);
                } catch (AssertionError e) {
                    throw new AssertionError(afternoon + ": " + step.command(), e);
                }
            }
        }
    }

    private static void aRefusedCommandDoesNoMoreThanACloseDue(
            LotEntry before, Command command, Ruling ruling) {
        if (ruling.decision().outcome() == DecisionOutcome.REJECTED) {
            Moment moment = new Moment(ruling.decision().at(), 0, ruling.decision().offset());
            CloseDue due = new CloseDue(command.id(), command.lot(), command.by());
            Optional<Paddle> paddle = Optional.ofNullable(ruling.decision().paddle());
            assertThat(ruling.after())
                    .isEqualTo(Ruling.on(before, due, paddle, List.of(), moment).after());
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("KINDS")
    void deciding_the_same_commands_again_gives_the_same_bytes(String kind) {
        for (long seed = 0; seed < LOTS; seed++) {
            Afternoon afternoon = Afternoon.of(kind, seed, COMMANDS);

            assertThat(bytes(afternoon)).as(afternoon.toString()).isEqualTo(bytes(afternoon));
        }
    }

    private static List<String> bytes(Afternoon afternoon) {
        Saleroom room = afternoon.room();
        List<String> all = new ArrayList<>();
        for (Afternoon.Step step : afternoon.steps()) {
            byte[] decision =
                    DecisionJson.write(room.at(step.at()).send(step.command()).decision());
            all.add(new String(decision, StandardCharsets.UTF_8));
        }
        room.log().forEach(event -> all.add(new String(event.bytes(), StandardCharsets.UTF_8)));
        return all;
    }
}
