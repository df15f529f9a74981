package io.gavel.bidding.batch;

import io.gavel.bidding.auction.Outage;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A decided command as a page keeps it, and as {@code ./gavel replay} reads it: one line of JSON
 * that holds the command as it came. For one batch and one thread.
 */
final class CommandLine {

    private static final byte[] COMMAND = ",\"command\":".getBytes(StandardCharsets.UTF_8);

    private @Nullable Instant lastAt;
    private String lastTime = "";

    void write(Decided decided, Bytes page) {
        page.add("{\"T\":\"")
                .add(time(decided.at()))
                .add("\",\"offset\":")
                .add(Long.toString(decided.record().offset()));
        outages(decided.outages(), page);
        AccountId outbid = decided.publication().outbid();
        if (outbid != null) {
            page.add(",\"outbid\":\"").add(outbid.value()).add((byte) '"');
        }
        if (decided.conflicting()) {
            page.add(",\"conflicting\":true");
        }
        page.add(COMMAND).add(inOneLine(decided.record().value())).add((byte) '}');
    }

    /** What else was an input of the decision; a clock and a policy are none of replay's. */
    private static void outages(List<Outage> outages, Bytes page) {
        String before = ",\"outages\":[";
        for (Outage part : outages) {
            page.add(before)
                    .add("{\"from\":\"")
                    .add(Instants.format(part.from()))
                    .add("\",\"until\":\"")
                    .add(Instants.format(part.until()))
                    .add("\"}");
            before = ",";
        }
        if (!outages.isEmpty()) {
            page.add((byte) ']');
        }
    }

    /**
     * What a line says beside its command.
     *
     * @param json the command in one line, else as it came
     */
    record Parts(long offset, @Nullable AccountId outbid, boolean conflicting, byte[] json) {}

    /** Takes a line apart. No account holds a quotation mark, so the first match is the command. */
    static Parts read(byte[] line) {
        int at = 0;
        while (!Arrays.equals(line, at, at + COMMAND.length, COMMAND, 0, COMMAND.length)) {
            at++;
        }
        byte[] start = Arrays.copyOf(line, at + 1);
        start[at] = '}';
        JsonNode about = Json.tree(start);
        JsonNode outbid = about.get("outbid");
        return new Parts(
                about.required("offset").longValue(),
                outbid == null ? null : new AccountId(outbid.stringValue()),
                about.has("conflicting"),
                Arrays.copyOfRange(line, at + COMMAND.length, line.length - 1));
    }

    private String time(Instant at) {
        if (!at.equals(lastAt)) {
            lastAt = at;
            lastTime = Instants.format(at);
        }
        return lastTime;
    }

    /**
     * A command's JSON without line breaks: those can only stand between its tokens, so that a
     * space says the same. JSON in another encoding than UTF-8, or behind a byte order mark, is
     * written anew.
     */
    static byte[] inOneLine(byte[] json) {
        byte[] line = json.clone();
        boolean utf8 = json[0] > 0;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
            utf8 &= line[i] != 0;
        }
        return utf8 ? line : Json.bytes(Json.tree(json));
    }
}
