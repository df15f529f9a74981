package io.gavel.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.systemtests.observability.ObservabilityFiles.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is woken finds the page, and on it the place. */
class RunbooksTest {

    static List<Alert> alerts() {
        return ObservabilityFiles.alerts();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void the_runbook_of_each_alert_is_there(Alert alert) throws IOException {
        String[] link = alert.annotation("runbook").split("#", 2);
        Path page = ObservabilityFiles.ROOT.resolve(link[0]);
        assertThat(page).exists();
        assertThat(headings(Files.readAllLines(page)))
                .extracting(RunbooksTest::anchor)
                .contains(link[1]);
    }

    @Test
    void an_anchor_is_made_of_a_heading_as_the_pages_are_shown() {
        List<String> page =
                List.of("# A", "```", "# no heading", "```", "## What `B` is, and why?");
        assertThat(headings(page))
                .extracting(RunbooksTest::anchor)
                .containsExactly("a", "what-b-is-and-why");
    }

    /** Outside of code. */
    private static List<String> headings(List<String> page) {
        boolean[] code = {false};
        return page.stream()
                .filter(line -> {
                    code[0] ^= line.startsWith("```");
                    return !code[0] && line.matches("#{1,6} .+");
                })
                .toList();
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
