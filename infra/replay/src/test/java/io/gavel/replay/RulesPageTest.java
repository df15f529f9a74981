package io.gavel.replay;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The examples in docs/rules.md are what replay makes of docs/examples, told in words. Run with
 * {@code -Dgolden.write=true} to write them anew after a wanted change.
 */
class RulesPageTest {

    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: ([a-z-]+) -->\n\n(?:(?:    [^\n]*\n)+\n)?");

    @Test
    void the_worked_examples_are_what_replay_makes_of_them() throws IOException {
        Path file = DOCS.resolve("rules.md");
        String page = Files.readString(file);

        String told = EXAMPLE.matcher(page).replaceAll(RulesPageTest::marked);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, told);
        }

        assertThat(EXAMPLE.matcher(page).results().count()).isGreaterThanOrEqualTo(10);
        assertThat(Files.readString(file)).isEqualTo(told);
    }

    private static String marked(MatchResult example) {
        String name = example.group(1);
        return "<!-- example: " + name + " -->\n\n" + told(name);
    }

    private static String told(String name) {
        try {
            Path input = DOCS.resolve("examples").resolve(name + ".jsonl");
            Ran ran = Ran.replay("", input.toString());
            List<JsonNode> said = ran.out().lines().map(line -> Json.tree(utf8(line))).toList();
            List<String> lines = new ArrayList<>();
            int at = 0;
            for (String line : Files.readAllLines(input)) {
                lines.add(asked(Json.tree(utf8(line)), said.get(at++).get("decision")));
                for (; at < said.size() && said.get(at).has("event"); at++) {
                    lines.add(happened(said.get(at).get("event")));
                }
            }
            return lines.stream()
                    .map(line -> "    " + line.stripTrailing() + "\n")
                    .collect(joining("", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String asked(JsonNode line, JsonNode decision) {
        JsonNode command = line.get("command");
        String what =
                command.get("type").stringValue()
                        + (command.has("amount") ? " " + command.get("amount") : "");
        String answer =
                decision.get("outcome").stringValue()
                        + (decision.has("reason") ? ": " + text(decision, "reason") : "");
        return "%s  %-11s %-17s %s"
                .formatted(
                        line.get("T").stringValue().substring(11, 19),
                        text(command, "by"),
                        what,
                        answer);
    }

    private static String happened(JsonNode event) {
        String amount = event.has("amount") ? " " + event.get("amount") : "";
        String paddle = event.has("paddle") ? " by paddle " + event.get("paddle") : "";
        String outcome =
                event.has("outcome")
                        ? " "
                                + text(event, "outcome")
                                + (event.has("hammer") ? " for " + event.get("hammer") : "")
                                + (event.has("winner") ? " to paddle " + event.get("winner") : "")
                        : "";
        return "            > %-36s price %s, next %s, end %s"
                .formatted(
                        text(event, "type") + amount + paddle + outcome,
                        event.get("price"),
                        event.get("next"),
                        text(event, "closesAt").substring(11, 19));
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
