package io.gavel.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.frame.Feed;
import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class AskedTest {

    private static final String LOT = "01970000-0000-7000-8000-000000000001";

    @Test
    void without_another_word_it_is_the_log_from_now_on() {
        assertThat(asked("", null)).isEqualTo(new Asked(LotId.parse(LOT), Feed.LOG, null));
    }

    @Test
    void a_feed_and_a_version_can_be_asked_for() {
        assertThat(asked("?feed=state", null).feed()).isEqualTo(Feed.STATE);
        assertThat(asked("?feed=log&after=17", null).after()).isEqualTo(17);
        assertThat(asked("", "0").after()).isZero();
    }

    @Test
    void who_comes_back_says_so_in_the_header_and_that_counts() {
        assertThat(asked("?after=17", "23").after()).isEqualTo(23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "x", "0x1f", "9999999999999999999"})
    void a_version_is_a_number_from_0(String text) {
        assertThatThrownBy(() -> asked("", text))
                .hasMessageContaining("400")
                .hasMessageContaining(
                        "Last-Event-ID: \"" + text + "\" (expected: a version, 0 or more)");
        assertThatThrownBy(() -> asked("?after=" + text, null))
                .hasMessageContaining("after: \"" + text + "\" (expected: a version, 0 or more)");
    }

    @Test
    void another_feed_or_lot_is_a_bad_request() {
        assertThatThrownBy(() -> asked("?feed=all", null))
                .hasMessageContaining("feed: \"all\" (expected: log or state)");
        assertThatThrownBy(() -> Asked.of("lamp", MockServerHttpRequest.get("/").build()))
                .hasMessageContaining("lot: ");
    }

    @Test
    void what_came_is_not_shown_at_any_length() {
        assertThatThrownBy(() -> asked("", "x".repeat(10_000)))
                .hasMessageContaining("x".repeat(40) + "…")
                .hasMessageNotContaining("x".repeat(41));
    }

    private static Asked asked(String query, @Nullable String lastEventId) {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/" + query);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return Asked.of(LOT, request.build());
    }
}
