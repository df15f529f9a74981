package io.gavel.gateway.rostrum;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.Cancel;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.Extend;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.json.FieldProblem;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.auth.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RostrumFormTest {

    private static final String ID = "01970000-0000-7000-8000-00000000000a";
    private static final LotId LOT = new LotId(new UUID(0, 1));
    private static final AccountId OLGA = new AccountId("olga");

    @Test
    void each_act_is_a_command_of_its_own() {
        CommandId id = CommandId.parse(ID);
        String why = "{\"reason\":\"fire alarm\",\"minutes\":10}";
        assertThat(asked("pause", why)).contains(new Pause(id, LOT, OLGA, "fire alarm", true));
        assertThat(asked("resume", why)).contains(new Resume(id, LOT, OLGA, "fire alarm", true));
        assertThat(asked("extend", why))
                .contains(new Extend(id, LOT, OLGA, 10, "fire alarm", true));
        assertThat(asked("hammer", why)).contains(new Hammer(id, LOT, OLGA, "fire alarm", true));
        assertThat(asked("cancel", why)).contains(new Cancel(id, LOT, OLGA, "fire alarm", true));
    }

    @Test
    void a_seller_is_no_operator() {
        assertThat(asked("cancel", "{\"reason\":\"lost\"}", ID, "SELLER"))
                .map(AuctioneerCommand::asOperator)
                .contains(false);
    }

    @Test
    void an_id_is_made_where_there_is_none() {
        Optional<AuctioneerCommand> first = asked("pause", "{\"reason\":\"x\"}", null, "OPERATOR");
        Optional<AuctioneerCommand> second = asked("pause", "{\"reason\":\"x\"}", null, "OPERATOR");
        assertThat(first.map(AuctioneerCommand::id))
                .isPresent()
                .isNotEqualTo(second.map(AuctioneerCommand::id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    pause  | {}                               | reason
                    resume | {"reason":" "}                   | reason
                    hammer | {"reason":7}                     | reason
                    cancel | {"reason":"x","id":"nope"}       | id
                    extend | {"reason":"x"}                   | minutes
                    extend | {"reason":"x","minutes":0}       | minutes
                    extend | {"reason":"x","minutes":43201}   | minutes
                    extend | {"reason":"x","minutes":"ten"}   | minutes
                    """)
    void each_wrong_field_is_named(String act, String body, String field) {
        Fields fields = fields(body);
        assertThat(new RostrumForm(fields, LOT, olga("OPERATOR"), null).read(act)).isEmpty();
        assertThat(fields.problems()).extracting(FieldProblem::field).containsExactly(field);
    }

    @Test
    void a_reason_has_at_most_500_characters() {
        assertThat(asked("pause", "{\"reason\":\"" + "x".repeat(500) + "\"}")).isPresent();
        assertThat(asked("pause", "{\"reason\":\"" + "x".repeat(501) + "\"}")).isEmpty();
    }

    private static Optional<AuctioneerCommand> asked(String act, String body) {
        return asked(act, body, ID, "OPERATOR");
    }

    private static Optional<AuctioneerCommand> asked(
            String act, String body, @Nullable String key, String role) {
        return new RostrumForm(fields(body), LOT, olga(role), key).read(act);
    }

    private static Fields fields(String body) {
        return new Fields(Json.tree(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Person olga(String role) {
        return new Person(OLGA, List.of(role), false, List.of(), Instant.MAX);
    }
}
