package io.gavel.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a run of {@code ./gavel replay} gave. */
record Ran(int exitCode, String out, String err) {

    /** Runs the program with a text as standard input. */
    static Ran replay(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                Main.run(
                        List.of(arguments),
                        new ByteArrayInputStream(input.getBytes(UTF_8)),
                        out,
                        new PrintStream(err, true, UTF_8));
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    List<JsonNode> lines() {
        return out.lines().map(line -> Json.tree(line.getBytes(UTF_8))).toList();
    }

    List<JsonNode> decisions() {
        return named("decision");
    }

    List<JsonNode> events() {
        return named("event");
    }

    List<JsonNode> named(String name) {
        return lines().stream().filter(line -> line.has(name)).map(line -> line.get(name)).toList();
    }

    /** Outcomes and reasons, such as {@code rejected too-low}. */
    List<String> outcomes() {
        return decisions().stream()
                .map(each ->
                        (each.get("outcome").asString() + " " + each.path("reason").asString(""))
                                .strip())
                .toList();
    }
}
