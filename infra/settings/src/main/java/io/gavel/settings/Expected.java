package io.gavel.settings;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/** What a setting may be, in words. */
public final class Expected {
    private Expected() {}

    /**
     * Its type and its limits, such as {@code a duration such as 200ms, 5s or 2d, at least 10ms}.
     */
    public static String of(Setting setting) {
        return Stream.of(type(setting), limits(setting))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Its type: {@code a whole number}. */
    public static String type(Setting setting) {
        String each = words(setting.eachClass());
        return setting.isMany() ? "with commas, each " + each : each;
    }

    /** Its limits: {@code at least 1}; empty if it has none. */
    public static String limits(Setting setting) {
        Annotation[] own = setting.component().getAccessor().getAnnotations();
        String each = setting.isMany() ? Limits.words(setting.each().getAnnotations()) : "";
        return Stream.of(
                        setting.isMany() ? Limits.howMany(own) : Limits.words(own),
                        each.isEmpty() ? "" : "each " + each)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    static String words(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(one ->
                                    ((Enum<?>) one)
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))
                            .collect(Collectors.joining(", "));
        }
        if (type == Duration.class) {
            return "a duration such as 200ms, 5s or 2d";
        }
        if (type == DataSize.class) {
            return "a size such as 64KB or 1MB";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == BigDecimal.class) {
            return "a number";
        }
        if (type == URI.class) {
            return "an address such as https://example.org";
        }
        if (type == Path.class) {
            return "a path";
        }
        if (type == Resource.class) {
            return "a file that can be read, as file:/run/secrets/key.pem";
        }
        if (type.isAnnotationPresent(Confidential.class)) {
            return "a secret, or file: and a file that can be read";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type)
                ? "a whole number"
                : "text";
    }
}
