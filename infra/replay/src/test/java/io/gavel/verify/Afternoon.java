package io.gavel.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.event.Sha256;
import io.gavel.replay.ReadAhead;
import io.gavel.replay.Replay;
import io.gavel.replay.ReplayLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands and the log of one lot: that of the example {@code pause}. */
record Afternoon(List<String> commands, List<String> log) {

    static final String LOT = "0197b1c2-0000-7000-8000-000000000009";

    private static final Path EXAMPLE = Path.of("..", "..", "docs", "examples", "pause.jsonl");

    static Afternoon whole() throws IOException {
        return of(Files.readAllLines(EXAMPLE));
    }

    static Afternoon of(List<String> commands) {
        List<String> log = new ArrayList<>();
        Replay replay = new Replay();
        try (ReadAhead lines =
                new ReadAhead(
                        new ByteArrayInputStream(String.join("\n", commands).getBytes(UTF_8)))) {
            for (ReplayLine line = lines.next(); line != null; line = lines.next()) {
                replay.hear(line)
                        .ifPresent(said ->
                                said.events().stream().map(Afternoon::text).forEach(log::add));
            }
        }
        return new Afternoon(commands, log);
    }

    private static String text(SealedEvent event) {
        return new String(event.bytes(), UTF_8);
    }

    /** With the hashes put right again, as a clever forger would do it. */
    static List<String> rechained(List<String> log) {
        List<String> forged = new ArrayList<>();
        String prev = Sha256.ZERO.hex();
        for (String line : log) {
            String right =
                    line.replaceAll("\"prev\":\"[0-9a-f]{64}\"", "\"prev\":\"" + prev + "\"");
            forged.add(right);
            prev = Sha256.of(right.getBytes(UTF_8)).hex();
        }
        return forged;
    }

    static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
