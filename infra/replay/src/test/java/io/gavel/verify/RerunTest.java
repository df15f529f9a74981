package io.gavel.verify;

import static io.gavel.verify.Afternoon.rechained;
import static io.gavel.verify.Afternoon.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log beside the commands that made it. */
class RerunTest {

    @TempDir Path folder;

    private Afternoon afternoon;
    private List<String> log;
    private List<String> commands;

    @BeforeEach
    void takeALog() throws IOException {
        afternoon = Afternoon.whole();
        log = new ArrayList<>(afternoon.log());
        commands = new ArrayList<>(afternoon.commands());
    }

    @Test
    void commands_that_give_the_same_bytes_are_consistent() throws IOException {
        Checked checked = check();

        assertThat(checked.out()).isEqualTo("consistent\n");
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.err()).contains("9 commands, decided again, give the same bytes");
    }

    @Test
    void a_forged_event_in_a_perfect_chain_is_a_mismatch_where_it_stands() throws IOException {
        log.set(6, log.get(6).replace("\"amount\":2100", "\"amount\":2200"));
        log = rechained(log);

        assertFound("mismatch_at 7");
    }

    @Test
    void a_forged_last_event_is_found_by_the_commands_alone() throws IOException {
        log.set(10, log.get(10).replace("\"hammer\":3100", "\"hammer\":3000"));
        assertThat(Checked.verifyInput(text(log), "-").out()).isEqualTo("consistent\n");

        assertFound("mismatch_at 11");
    }

    @Test
    void a_log_that_was_cut_short_is_a_mismatch_at_the_first_missing_event() throws IOException {
        log = log.subList(0, 9);

        assertFound("mismatch_at 10");
    }

    @Test
    void a_missing_command_is_a_mismatch_where_its_event_stands() throws IOException {
        commands.remove(5);

        assertFound("mismatch_at 6");
    }

    @Test
    void missing_commands_at_the_end_are_a_mismatch_too() throws IOException {
        commands = commands.subList(0, 6);

        assertFound("mismatch_at 8");
    }

    @Test
    void a_broken_chain_is_told_before_the_commands_are_asked() throws IOException {
        log.remove(4);

        assertFound("version_gap_at 5");
    }

    @Test
    void commands_of_other_lots_do_not_matter() throws IOException {
        String other =
                commands.getFirst().replace(Afternoon.LOT, "0197b1c2-0000-7000-8000-00000000000a");
        Afternoon beside =
                Afternoon.of(
                        new ArrayList<>(commands) {
                            {
                                add(other);
                            }
                        });
        commands = beside.commands();

        assertThat(check().out()).isEqualTo("consistent\n");
    }

    @Test
    void a_command_that_cannot_be_read_is_told() throws IOException {
        commands.add("nonsense");

        Checked checked = check();

        assertThat(checked.out()).isEqualTo("consistent\n");
        assertThat(checked.err()).contains("commands, line 10: not JSON");
    }

    @Test
    void commands_that_are_not_there_end_with_two() throws IOException {
        Path logFile = Files.writeString(folder.resolve("log"), text(log));

        Checked checked = Checked.verify(logFile.toString(), "--commands", "/no/such/file");

        assertThat(checked)
                .isEqualTo(new Checked(2, "", "gavel verify: /no/such/file: no such file\n"));
    }

    private void assertFound(String word) throws IOException {
        Checked checked = check();

        assertThat(checked.out()).isEqualTo(word + "\n");
        assertThat(checked.exitCode()).isEqualTo(1);
    }

    private Checked check() throws IOException {
        Path commandFile = Files.writeString(folder.resolve("commands"), text(commands));
        return Checked.verifyInput(text(log), "-", "--commands", commandFile.toString());
    }
}
