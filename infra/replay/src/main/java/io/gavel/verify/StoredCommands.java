package io.gavel.verify;

import io.gavel.contracts.json.Json;
import io.gavel.replay.Line;
import io.gavel.replay.Lines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The commands of a lot, fetched from the house into a file that only its owner can read and that
 * is deleted on closing: they hold maxima.
 */
record StoredCommands(Path file) implements AutoCloseable {

    private static final int PAGE = 1_000;

    /**
     * Fetches them page by page until one is empty.
     *
     * @param token of an operator
     * @throws House.Refused if the house does not give them
     */
    static StoredCommands fetch(House house, UUID lot, String token) throws IOException {
        StoredCommands stored =
                new StoredCommands(Files.createTempFile("gavel-commands", ".jsonl"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(stored.file))) {
            long after = -1;
            for (long last = page(house, lot, token, after, out);
                    last > after;
                    last = page(house, lot, token, after, out)) {
                after = last;
            }
            return stored;
        } catch (IOException | RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    /** The offset of a page's last command, or {@code after} if it is empty. */
    private static long page(House house, UUID lot, String token, long after, OutputStream out)
            throws IOException {
        String path =
                "/api/v1/lots/"
                        + lot
                        + "/commands?limit="
                        + PAGE
                        + (after < 0 ? "" : "&after=" + after);
        long last = after;
        try (InputStream in = house.get(path, token);
                Lines lines = new Lines(in)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                out.write(line.bytes());
                out.write('\n');
                last = offset(line, last);
            }
        }
        return last;
    }

    private static long offset(Line line, long after) throws IOException {
        try {
            JsonNode offset = Json.tree(line.bytes()).path("offset");
            if (offset.isIntegralNumber() && offset.longValue() > after) {
                return offset.longValue();
            }
            throw new IOException(
                    "a command's offset is " + offset + " (expected: > " + after + ")");
        } catch (JacksonException e) {
            throw new IOException("a command is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
