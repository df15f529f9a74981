package io.gavel.testkit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.settings.Expected;
import io.gavel.settings.KnownSettings;
import io.gavel.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The table of a service's settings in {@code docs/configuration/<service>.md}, between two marks:
 * what stands around it is written by hand. Run with {@code -Dgolden.write=true} to write it anew
 * after a wanted change.
 */
public final class SettingsPage {
    private static final String BEGIN = "<!-- from the code: begin -->\n";
    private static final String END = "<!-- from the code: end -->\n";
    private static final String HEAD =
            """
            | setting | variable | what it is | default | limits | meaning |
            |---|---|---|---|---|---|
            """;

    private SettingsPage() {}

    /**
     * Fails if the page says something else than the records below the package, whose source is in
     * {@code src/main/java} here.
     */
    public static void assertTells(String service, String rootPackage) {
        String table =
                table(KnownSettings.in(rootPackage), new SourceDocs(Path.of("src/main/java")));
        Path page = Path.of("..", "docs", "configuration", service + ".md");
        try {
            String text = Files.readString(page);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            int end = text.indexOf(END);
            assertThat(end).as("the marks in " + page).isGreaterThanOrEqualTo(begin);
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(page, text.substring(0, begin) + table + text.substring(end));
            } else {
                assertThat(text.substring(begin, end)).isEqualTo(table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String table(KnownSettings settings, SourceDocs docs) {
        return HEAD
                + settings.all().stream()
                        .map(setting -> row(setting, docs))
                        .collect(Collectors.joining());
    }

    private static String row(Setting setting, SourceDocs docs) {
        return "| `%s` | `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        setting.variable(),
                        cell(what(setting)),
                        defaultOf(setting),
                        cell(Expected.limits(setting)),
                        cell(meaning(docs.of(setting.component()))));
    }

    private static String what(Setting setting) {
        String type =
                Expected.type(setting)
                        .replace("one of ", "")
                        .replaceAll("( such as |, as file:).*$", "")
                        .replace("a secret", "**a secret**");
        return setting.isConfidential() && !type.contains("secret")
                ? type + "; **what is in it is a secret**"
                : type;
    }

    private static String defaultOf(Setting setting) {
        DefaultValue given = parameter(setting.component()).getAnnotation(DefaultValue.class);
        String value = given == null ? "" : String.join(",", given.value());
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    /** Of the canonical constructor: it is there that defaults are written. */
    private static Parameter parameter(RecordComponent component) {
        RecordComponent[] all = component.getDeclaringRecord().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<String> names = Arrays.stream(all).map(RecordComponent::getName).toList();
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredConstructor(types)
                    .getParameters()[names.indexOf(component.getName())];
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a constructor of its components", e);
        }
    }

    /** Without the default, unless that says more than a column can. */
    private static String meaning(String said) {
        return said.replaceAll("\\s*[;.]\\s+[Dd]efault\\s[^:;]*$", "");
    }

    private static String cell(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .replace("|", "\\|");
    }
}
