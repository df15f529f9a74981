package io.gavel.settlement.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A letter as text and as HTML; in the latter all is escaped by the template engine. */
final class LetterLayout {

    private static final Template TEXT = template("letter.txt.mustache", false);
    private static final Template HTML = template("letter.html.mustache", true);

    private LetterLayout() {}

    static String text(Letter letter, String site) {
        return TEXT.execute(content(letter, site));
    }

    static String html(Letter letter, String site) {
        return HTML.execute(content(letter, site));
    }

    private static Map<String, Object> content(Letter letter, String site) {
        return Map.of(
                "subject", letter.subject(),
                "paragraphs", letter.paragraphs(),
                "lines", letter.lines(),
                "total", maybe(letter.total()),
                "lot", letter.lot(),
                "site", maybe(site.isEmpty() ? null : site));
    }

    private static List<Map<String, String>> maybe(@Nullable String value) {
        return value == null ? List.of() : List.of(Map.of("value", value));
    }

    private static Template template(String name, boolean escaped) {
        try (InputStream file = LetterLayout.class.getResourceAsStream(name);
                Reader reader =
                        new InputStreamReader(
                                Objects.requireNonNull(file, name), StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(escaped).compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
