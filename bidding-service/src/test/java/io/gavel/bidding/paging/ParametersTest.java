package io.gavel.bidding.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.lot.LotId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.ErrorResponseException;

class ParametersTest {

    private static final LotId LOT = LotId.parse("0197b1c2-3d4e-7f50-8a61-72839405a6b7");

    @Test
    void what_is_not_there_or_empty_is_null() {
        assertThat(with("limit", "").number("limit", 50, 1, 200)).isEqualTo(50);
        assertThat(with("x", "y").text("q", 10)).isNull();
        assertThat(with("closesAfter", " ").instant("closesAfter")).isNull();
    }

    @Test
    void what_is_wrong_is_told_with_what_was_expected() {
        assertThatThrownBy(() -> with("limit", "201").number("limit", 50, 1, 200))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> {
                            assertThat(e.getStatusCode().value()).isEqualTo(400);
                            assertThat(e.getBody().getDetail())
                                    .isEqualTo("limit: 201 (expected: a whole number, 1 to 200)");
                        });
        assertThatThrownBy(() -> with("limit", "many").number("limit", 50, 1, 200))
                .hasMessageContaining("limit: many (expected: a whole number, 1 to 200)");
        assertThatThrownBy(() -> with("s", "c").oneOf("s", List.of("a", "b"), word -> word))
                .hasMessageContaining("s: c (expected: one of a, b)");
        assertThatThrownBy(() -> with("at", "tomorrow").instant("at"))
                .hasMessageContaining("at: tomorrow (expected: an ISO 8601 instant");
        assertThatThrownBy(() -> with("q", "a\0").text("q", 10))
                .hasMessageContaining("(expected: at most 10 characters");
        assertThatThrownBy(() -> with("q", "x".repeat(500)).text("q", 10))
                .hasMessageContaining("q: " + "x".repeat(80) + "… (expected");
    }

    @Test
    void a_cursor_comes_back_for_the_same_list_only() {
        Cursor cursor = new Cursor(new Key.Time(Instant.parse("2026-11-22T14:03:07.412Z")), LOT);
        String text = cursor.text("closing");

        assertThat(Cursor.parse(text, "closing", Key.Kind.TIME)).isEqualTo(cursor);
        assertThatThrownBy(() -> Cursor.parse(text, "newest", Key.Kind.TIME))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cursor.parse("!", "closing", Key.Kind.TIME))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_kind_of_key_comes_back() {
        assertThat(Key.Kind.NUMBER.parse(new Key.Amount(1_250L).text()))
                .isEqualTo(new Key.Amount(1_250L));
        assertThat(Key.Kind.RANK.parse(new Key.Rank(0.60792714f).text()))
                .isEqualTo(new Key.Rank(0.60792714f));
    }

    private static Parameters with(String name, String value) {
        LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add(name, value);
        return new Parameters(values);
    }
}
