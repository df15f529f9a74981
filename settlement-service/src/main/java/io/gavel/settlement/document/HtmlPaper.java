package io.gavel.settlement.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document as HTML that is well-formed XML too. Whatever people wrote (titles, names) is escaped
 * by the template engine, everywhere; the page holds no script and fetches nothing.
 */
public final class HtmlPaper {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final Template TEMPLATE = template();

    private HtmlPaper() {}

    /** The whole page. */
    public static String of(Paper paper) {
        return TEMPLATE.execute(
                Map.of(
                        "title", paper.kind().title(),
                        "name", paper.name(),
                        "issued", DAY.format(paper.issued()),
                        "to", text(paper.to().value()),
                        "lot", paper.lot().id().toString(),
                        "lotTitle", text(paper.lot().title()),
                        "lines", paper.lines().stream().map(HtmlPaper::line).toList(),
                        "total", paper.total().text(),
                        "due", maybe(paper.due() == null ? null : minute(paper.due())),
                        "corrects", maybe(paper.corrects())));
    }

    private static Map<String, String> line(Paper.Line line) {
        return Map.of("label", line.label(), "amount", line.amount().text());
    }

    private static List<Map<String, String>> maybe(@Nullable String value) {
        return value == null ? List.of() : List.of(Map.of("value", value));
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** What no XML can hold, such as control characters, becomes U+FFFD. */
    static String text(String written) {
        StringBuilder text = new StringBuilder(written.length());
        written.codePoints()
                .map(point -> isXml(point) ? point : 0xFFFD)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    private static Template template() {
        try (InputStream file = HtmlPaper.class.getResourceAsStream("document.html.mustache");
                Reader reader =
                        new InputStreamReader(
                                Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            return Mustache.compiler().compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
