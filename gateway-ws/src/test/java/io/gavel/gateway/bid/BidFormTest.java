package io.gavel.gateway.bid;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.json.FieldProblem;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidFormTest {

    private static final String ID = "01970000-0000-7000-8000-00000000000a";
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
                    {"amount":5}                                            |                                      | id
                    {"id":"nope","amount":5}                                |                                      | id
                    {"amount":5}                                            | nope                                 | Idempotency-Key
                    {"id":"01970000-0000-7000-8000-00000000000a","amount":5}| 01970000-0000-7000-8000-00000000000b | id
                    {}                                                      | 01970000-0000-7000-8000-00000000000a | amount
                    {"amount":-1}                                           | 01970000-0000-7000-8000-00000000000a | amount
                    {"amount":0}                                            | 01970000-0000-7000-8000-00000000000a | amount
                    {"amount":1.5}                                          | 01970000-0000-7000-8000-00000000000a | amount
                    {"amount":"5"}                                          | 01970000-0000-7000-8000-00000000000a | amount
                    {"amount":1000000000000001}                             | 01970000-0000-7000-8000-00000000000a | amount
                    {"amount":99999999999999999999999}                      | 01970000-0000-7000-8000-00000000000a | amount
                    {"amount":5,"confirmLarge":"yes"}                       | 01970000-0000-7000-8000-00000000000a | confirmLarge
                    []                                                      | 01970000-0000-7000-8000-00000000000a | amount
                    """)
    void each_wrong_field_is_named(String body, @Nullable String key, String field) {
        Fields fields = new Fields(Json.tree(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(form(fields, key)).isEmpty();
        assertThat(fields.problems()).extracting(FieldProblem::field).containsExactly(field);
    }

    @Test
    void two_different_ids_are_one_too_many() {
        assertThat(read("{\"id\":\"" + ID + "\",\"amount\":5}", OTHER)).isEmpty();
    }

    private static Optional<PlaceBid> read(String body, @Nullable String key) {
        return form(new Fields(Json.tree(body.getBytes(StandardCharsets.UTF_8))), key);
    }

    private static Optional<PlaceBid> form(Fields fields, @Nullable String key) {
        return BidForm.read(fields, new LotId(new UUID(0, 1)), new AccountId("alice"), key);
    }
}
