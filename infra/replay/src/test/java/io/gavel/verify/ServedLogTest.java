package io.gavel.verify;

import static io.gavel.verify.Afternoon.LOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log that a house serves, fetched page by page. */
class ServedLogTest {

    private Afternoon afternoon;

    @BeforeEach
    void takeALog() throws IOException {
        afternoon = Afternoon.whole();
    }

    @Test
    void demo_mode_gives_the_commands_too() throws IOException {
        try (StandInHouse house = new StandInHouse(afternoon.commands(), afternoon.log())) {
            Checked checked = Checked.verify(LOT, "--url", house.url() + "/");

            assertThat(checked.out()).isEqualTo("consistent\n");
            assertThat(checked.exitCode()).isZero();
            assertThat(checked.err()).contains("11 events").contains("9 commands, decided again");
            assertThat(house.asked("/api/v1/lots/" + LOT + "/log")).isEqualTo(5);
            assertThat(house.asked("/api/v1/lots/" + LOT + "/commands")).isEqualTo(4);
        }
    }

    @Test
    void a_token_is_used_from_the_command_line_or_the_environment() throws IOException {
        try (StandInHouse house = new StandInHouse(afternoon.commands(), afternoon.log())) {
            String[] withToken = {LOT, "--url", house.url(), "--token", StandInHouse.OPERATOR};

            assertThat(Checked.verify(withToken).err()).contains("9 commands, decided again");
            assertThat(Checked.run(StandInHouse.OPERATOR, "", LOT, "--url", house.url()).err())
                    .contains("9 commands, decided again");
            assertThat(house.asked("/demo/token")).isZero();
        }
    }

    @Test
    void a_token_that_is_refused_ends_with_two() throws IOException {
        try (StandInHouse house = new StandInHouse(afternoon.commands(), afternoon.log())) {
            Checked checked = Checked.verify(LOT, "--url", house.url(), "--token", "nobody");

            assertThat(checked.exitCode()).isEqualTo(2);
            assertThat(checked.out()).isEmpty();
            assertThat(checked.err()).contains("/commands?limit=1000: 403 (expected: 200)");
        }
    }

    @Test
    void without_demo_mode_the_public_bytes_must_do() throws IOException {
        try (StandInHouse house =
                new StandInHouse(afternoon.commands(), afternoon.log()).withoutDemo()) {
            Checked checked = Checked.verify(LOT, "--url", house.url());

            assertThat(checked.out()).isEqualTo("consistent\n");
            assertThat(checked.err())
                    .contains("no commands: ", "404 (expected: 200)", "use --token");
        }
    }

    @Test
    void commands_are_not_fetched_if_they_are_not_wanted() throws IOException {
        try (StandInHouse house = new StandInHouse(afternoon.commands(), afternoon.log())) {
            Checked checked = Checked.verify(LOT, "--url", house.url(), "--no-commands");

            assertThat(checked.out()).isEqualTo("consistent\n");
            assertThat(house.asked("/demo/token")).isZero();
        }
    }

    @Test
    void a_log_that_went_on_since_the_commands_were_fetched_is_consistent() throws IOException {
        List<String> early = afternoon.commands().subList(0, 6);
        try (StandInHouse house = new StandInHouse(early, afternoon.log())) {
            assertThat(Checked.verify(LOT, "--url", house.url()).out()).isEqualTo("consistent\n");
        }
    }

    @Test
    void a_log_that_keeps_something_back_is_a_mismatch() throws IOException {
        List<String> short1 = afternoon.log().subList(0, 9);
        try (StandInHouse house = new StandInHouse(afternoon.commands(), short1)) {
            Checked checked = Checked.verify(LOT, "--url", house.url());

            assertThat(checked.out()).isEqualTo("mismatch_at 10\n");
            assertThat(checked.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void a_broken_log_is_found_over_page_ends() throws IOException {
        List<String> broken = new ArrayList<>(afternoon.log());
        broken.set(5, broken.get(5).replace("\"price\":2000", "\"price\":2001"));
        try (StandInHouse house = new StandInHouse(afternoon.commands(), broken)) {
            assertThat(Checked.verify(LOT, "--url", house.url(), "--no-commands").out())
                    .isEqualTo("hash_break_at 7\n");
        }
    }

    @Test
    void another_lot_than_the_one_asked_for_is_malformed() throws IOException {
        List<String> other =
                afternoon.log().stream()
                        .map(line -> line.replace(LOT, LOT.replace('9', 'a')))
                        .toList();
        try (StandInHouse house = new StandInHouse(List.of(), other)) {
            assertThat(Checked.verify(LOT, "--url", house.url()).out())
                    .isEqualTo("malformed_at 1\n");
        }
    }

    @Test
    void a_lot_that_is_not_there_or_a_house_that_does_not_answer_ends_with_two()
            throws IOException {
        String url;
        try (StandInHouse house = new StandInHouse(List.of(), List.of())) {
            url = house.url();
            Checked unknown = Checked.verify("00000000-0000-0000-0000-000000000001", "--url", url);

            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.err()).contains("404 (expected: 200): {\"detail\":\"no such lot\"}");
        }
        Checked silent = Checked.verify(LOT, "--url", url);

        assertThat(silent.exitCode()).isEqualTo(2);
        assertThat(silent.out()).isEmpty();
        assertThat(silent.err()).contains(url + "/demo/token: no answer");
    }
}
