package io.gavel.systemtests;

import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A lot's log as one client got it, over all its connections; checked as it comes. */
final class SeenLog {

    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private volatile long version;
    private Sha256 prev = Sha256.ZERO;

    /** Where to go on. */
    long version() {
        return version;
    }

    /** What did not fit: a hole, something twice, a wrong {@code prev}, a past not recovered. */
    List<String> wrong() {
        return wrong;
    }

    /** Takes a frame {@code log}, to the byte. */
    void log(String frame) {
        for (String event : events(frame)) {
            JsonNode json = Json.tree(event.getBytes(StandardCharsets.UTF_8));
            long next = json.required("version").longValue();
            if (next != version + 1) {
                wrong.add("version " + next + " (expected: " + (version + 1) + ")");
            }
            if (!json.required("prev").stringValue().equals(prev.toString())) {
                wrong.add("prev of version " + next + " does not fit");
            }
            version = next;
            prev = Sha256.of(event.getBytes(StandardCharsets.UTF_8));
        }
    }

    void snapshot(String frame) {
        wrong.add("not recovered: " + frame);
    }

    /** The elements of the array at the frame's end, as they stand there. */
    private static List<String> events(String frame) {
        List<String> events = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int at = frame.indexOf("\"events\":[") + 10; at < frame.length(); at++) {
            char c = frame.charAt(at);
            if (quoted) {
                if (c == '\\') {
                    at++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                start = depth++ == 0 ? at : start;
            } else if (c == '}' && depth > 0 && --depth == 0) {
                events.add(frame.substring(start, at + 1));
            }
        }
        return events;
    }
}
