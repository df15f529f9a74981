package io.gavel.gateway.bid;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.LowerMax;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.RetractBid;
import io.gavel.contracts.json.FieldProblem;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
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

class BidderFormTest {

    private static final String ID = "01970000-0000-7000-8000-00000000000a";
    private static final LotId LOT = new LotId(new UUID(0, 1));
    private static final AccountId ALICE = new AccountId("alice");
    private static final String OTHER = "01970000-0000-7000-8000-00000000000b";

    @Test
    void the_id_may_stand_in_the_body_or_in_the_header() {
        assertThat(read("{\"id\":\"" + ID + "\",\"amount\":5}", null)).isPresent();
        assertThat(read("{\"amount\":5}", ID)).isPresent();
        assertThat(read("{\"id\":\"" + ID + "\",\"amount\":5}", ID)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    bids        | {"amount":5}                                            |                                      | id
                    bids        | {"id":"nope","amount":5}                                |                                      | id
                    bids        | {"amount":5}                                            | nope                                 | Idempotency-Key
                    bids        | {"id":"01970000-0000-7000-8000-00000000000a","amount":5}| 01970000-0000-7000-8000-00000000000b | id
                    bids        | {}                                                      | 01970000-0000-7000-8000-00000000000a | amount
                    bids        | {"amount":-1}                                           | 01970000-0000-7000-8000-00000000000a | amount
                    bids        | {"amount":0}                                            | 01970000-0000-7000-8000-00000000000a | amount
                    bids        | {"amount":1.5}                                          | 01970000-0000-7000-8000-00000000000a | amount
                    bids        | {"amount":"5"}                                          | 01970000-0000-7000-8000-00000000000a | amount
                    bids        | {"amount":1000000000000001}                             | 01970000-0000-7000-8000-00000000000a | amount
                    bids        | {"amount":99999999999999999999999}                      | 01970000-0000-7000-8000-00000000000a | amount
                    bids        | {"amount":5,"confirmLarge":"yes"}                       | 01970000-0000-7000-8000-00000000000a | confirmLarge
                    bids        | []                                                      | 01970000-0000-7000-8000-00000000000a | amount
                    lower-max   | {}                                                      | 01970000-0000-7000-8000-00000000000a | amount
                    lower-max   | {"amount":0}                                            | 01970000-0000-7000-8000-00000000000a | amount
                    buy-now     | {}                                                      |                                      | id
                    accept-price| {}                                                      |                                      | id
                    retract-bid | {}                                                      | 01970000-0000-7000-8000-00000000000a | reason
                    retract-bid | {"reason":" "}                                          | 01970000-0000-7000-8000-00000000000a | reason
                    retract-bid | {"reason":"oh"}                                         |                                      | id
                    """)
    void each_wrong_field_is_named(String what, String body, @Nullable String key, String field) {
        Fields fields = new Fields(Json.tree(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(form(fields, key).read(what)).isEmpty();
        assertThat(fields.problems()).extracting(FieldProblem::field).containsExactly(field);
    }

    @Test
    void each_call_is_a_command_of_its_own() {
        CommandId id = CommandId.parse(ID);
        assertThat(asked("bids", "{\"amount\":5,\"confirmLarge\":true}"))
                .contains(new PlaceBid(id, LOT, ALICE, new Money(5), true, false));
        assertThat(asked("buy-now", "{}")).contains(new BuyNow(id, LOT, ALICE, false));
        assertThat(asked("accept-price", "{}")).contains(new AcceptPrice(id, LOT, ALICE, false));
        assertThat(asked("lower-max", "{\"amount\":5}"))
                .contains(new LowerMax(id, LOT, ALICE, new Money(5)));
        assertThat(asked("retract-bid", "{\"reason\":\"a typing error\"}"))
                .contains(new RetractBid(id, LOT, ALICE, "a typing error"));
    }

    @Test
    void that_the_bidder_is_suspended_is_noted_for_the_log_to_decide() {
        for (String what : List.of("bids", "buy-now", "accept-price")) {
            Fields fields =
                    new Fields(Json.tree("{\"amount\":5}".getBytes(StandardCharsets.UTF_8)));
            Command command =
                    new BidderForm(fields, LOT, bidder(true), ID).read(what).orElseThrow();
            assertThat(Json.tree(CommandJson.write(command, null)).get("suspended").booleanValue())
                    .as(what)
                    .isTrue();
        }
    }

    @Test
    void two_different_ids_are_one_too_many() {
        assertThat(read("{\"id\":\"" + ID + "\",\"amount\":5}", OTHER)).isEmpty();
    }

    private static Optional<Command> read(String body, @Nullable String key) {
        return form(new Fields(Json.tree(body.getBytes(StandardCharsets.UTF_8))), key).read("bids");
    }

    private static Optional<Command> asked(String what, String body) {
        return form(new Fields(Json.tree(body.getBytes(StandardCharsets.UTF_8))), ID).read(what);
    }

    private static BidderForm form(Fields fields, @Nullable String key) {
        return new BidderForm(fields, LOT, bidder(false), key);
    }

    private static Person bidder(boolean suspended) {
        return new Person(ALICE, List.of("BIDDER"), suspended, List.of(), Instant.MAX);
    }
}
