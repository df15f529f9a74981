package io.gavel.settlement.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.json.Json;
import io.gavel.settlement.outbox.Draft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written to somebody. What others wrote, such as titles, is one line of it at most.
 *
 * @param about by which it is known when it is put twice
 * @param to an account
 * @param what in a word, such as {@code won}
 * @param lines of an account, which add up to the total
 * @param document a kind whose document of this revision goes with it; null: none
 */
public record Letter(
        String about,
        String to,
        String what,
        String subject,
        List<String> paragraphs,
        List<Line> lines,
        @Nullable String total,
        String lot,
        int revision,
        @Nullable String document) {

    /** A line, such as {@code Buyer's premium}. */
    public record Line(String label, String amount) {}

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        lines = List.copyOf(lines);
    }

    /** To be sent soon. */
    public Draft draft(Instant at) {
        return new Draft(
                MailTransport.KIND,
                what,
                what + "/" + lot + "/" + about,
                new String(Json.bytes(this), UTF_8),
                at);
    }

    static Letter read(String body) {
        return Json.read(body.getBytes(UTF_8), Letter.class);
    }

    /** Leaves out what is private. */
    @Override
    public String toString() {
        return what + " of lot " + lot;
    }
}
