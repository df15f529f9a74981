package io.gavel.verify;

import static io.gavel.verify.Afternoon.rechained;
import static io.gavel.verify.Afternoon.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.event.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to tamper with a log, and the word for it. Event {@code n} is line {@code n}. */
class ChainTest {

    private List<String> log;

    @BeforeEach
    void takeALog() throws IOException {
        log = Afternoon.whole().log();
        assertThat(log).hasSize(11);
    }

    @Test
    void a_log_as_it_was_served_is_consistent() {
        Checked checked = Checked.verifyInput(text(log), "-");

        assertThat(checked.out()).isEqualTo("consistent\n");
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.err())
                .contains("11 events", "head " + Sha256.of(log.getLast().getBytes()).hex())
                .contains("the commands were not looked at")
                .doesNotContain("not closed");
    }

    @Test
    void a_log_that_goes_on_is_consistent_so_far() {
        Checked checked = Checked.verifyInput(text(log.subList(0, 5)), "-");

        assertThat(checked.out()).isEqualTo("consistent\n");
        assertThat(checked.err()).contains("it has not closed yet: the newest event is resumed");
    }

    @Test
    void a_last_line_without_a_line_feed_counts() {
        assertThat(Checked.verifyInput(String.join("\n", log), "-").err()).contains("11 events");
    }

    @Test
    void a_change_of_one_byte_is_found_at_the_event_whose_prev_no_longer_fits() {
        for (int event = 1; event < log.size(); event++) {
            String line = log.get(event - 1);
            List<String> tampered = new ArrayList<>(log);
            tampered.set(event - 1, line.replaceFirst("\"next\":1", "\"next\":2"));
            if (!tampered.equals(log)) {
                assertFound(tampered, "hash_break_at " + (event + 1));
            }
        }
    }

    @Test
    void no_change_of_any_byte_before_the_last_event_goes_unnoticed() {
        List<String> few = log.subList(0, 3);
        byte[] bytes = text(few).getBytes();
        int end = bytes.length - few.getLast().length() - 1;
        for (int i = 0; i < end; i++) {
            byte[] tampered = bytes.clone();
            tampered[i] ^= 1;
            Checked checked =
                    Checked.verifyInput(
                            new String(tampered, java.nio.charset.StandardCharsets.ISO_8859_1),
                            "-");
            assertThat(checked.exitCode()).as("byte %s", i).isEqualTo(1);
            assertThat(checked.out()).matches("[a-z_]+_at [0-9]+\n");
        }
    }

    @Test
    void a_wrong_prev_is_found_where_it_stands() {
        assertFound(
                changed(7, line -> line.replaceAll("\"prev\":\"..", "\"prev\":\"00")),
                "hash_break_at 7");
        assertFound(
                changed(1, line -> line.replaceAll("\"prev\":\"00", "\"prev\":\"01")),
                "hash_break_at 1");
    }

    @Test
    void a_missing_event_is_a_gap_even_with_the_hashes_put_right() {
        assertFound(tampered(lines -> lines.remove(3)), "version_gap_at 4");
        assertFound(rechained(tampered(lines -> lines.remove(3))), "version_gap_at 4");
        assertFound(tampered(lines -> lines.remove(0)), "version_gap_at 1");
    }

    @Test
    void a_doubled_or_swapped_event_is_a_gap() {
        assertFound(tampered(lines -> lines.add(4, lines.get(3))), "version_gap_at 5");
        assertFound(tampered(lines -> Collections.swap(lines, 4, 5)), "version_gap_at 5");
    }

    @Test
    void time_and_offset_never_go_back() {
        assertFound(
                rechained(
                        changed(
                                5,
                                line ->
                                        line.replace(
                                                "T13:10:00.000Z\",\"off",
                                                "T12:40:00.000Z\",\"off"))),
                "order_break_at 5");
        assertFound(
                rechained(changed(5, line -> line.replaceFirst("\"offset\":\\d+", "\"offset\":1"))),
                "order_break_at 5");
    }

    @Test
    void rules_that_are_not_those_of_their_hash_are_found() {
        assertFound(
                rechained(
                        changed(
                                1,
                                line ->
                                        line.replace(
                                                "\"startingPrice\":1000",
                                                "\"startingPrice\":1001"))),
                "rules_hash_break_at 1");
    }

    @Test
    void nothing_happens_after_the_close() {
        List<String> lines =
                tampered(all -> all.add(all.get(8).replace("\"version\":9", "\"version\":12")));
        lines.set(11, lines.get(11).replaceAll("T13:29:59.999Z\",\"off", "T13:30:00.000Z\",\"off"));

        assertFound(rechained(lines), "events_after_close_at 12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | .* | nonsense",
                "4 | .* | []",
                "4 | $ | {}",
                "4 | ^ | {} ",
                "4 | \"type\":\"paused\", | ",
                "4 | \"version\":4 | \"version\":\"4\"",
                "4 | \"version\":4 | \"version\":4,\"version\":4",
                "4 | \"offset\":\\d+ | \"offset\":-1",
                "4 | \"offset\":\\d+ | \"offset\":99999999999999999999",
                "4 | \"at\":\"[^\"]*\" | \"at\":\"noon\"",
                "4 | \"prev\":\"[^\"]*\" | \"prev\":\"00\"",
                "4 | \"lot\":\"[^\"]*\" | \"lot\":\"9\"",
                "4 | \"lot\":\"0 | \"lot\":\"1",
                "4 | \"type\":\"paused\" | \"type\":\"listed\"",
                "1 | \"type\":\"listed\" | \"type\":\"opened\"",
                "1 | ,\"rulesHash\":\"[^\"]*\" | ",
                "4 | .+ | ",
            })
    void what_is_no_event_of_this_log_is_malformed(int event, String part, String instead) {
        List<String> lines =
                changed(event, line -> line.replaceFirst(part, instead == null ? "" : instead));

        assertFound(lines, "malformed_at " + event);
    }

    @Test
    void a_log_without_events_is_malformed() {
        assertFound(List.of(), "malformed_at 1");
    }

    @Test
    void a_line_of_any_length_is_refused_without_being_kept() {
        assertFound(List.of("x".repeat(3 << 20)), "malformed_at 1");
    }

    @Test
    void line_ends_of_another_kind_are_other_bytes() {
        assertThat(Checked.verifyInput(text(log).replace("\n", "\r\n"), "-").out())
                .isEqualTo("hash_break_at 2\n");
    }

    private void assertFound(List<String> lines, String word) {
        Checked checked = Checked.verifyInput(text(lines), "-");

        assertThat(checked.out()).isEqualTo(word + "\n");
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.err()).isNotBlank();
    }

    private List<String> changed(int event, UnaryOperator<String> change) {
        return tampered(lines -> lines.set(event - 1, change.apply(lines.get(event - 1))));
    }

    private List<String> tampered(Consumer<List<String>> change) {
        List<String> lines = new ArrayList<>(log);
        change.accept(lines);
        assertThat(lines).isNotEqualTo(log);
        return lines;
    }
}
