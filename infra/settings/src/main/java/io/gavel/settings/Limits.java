package io.gavel.settings;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What validation annotations ask for, in words: {@code at least 1, at most 100}. */
final class Limits {
    private Limits() {}

    static String words(Annotation... constraints) {
        return joined(constraints, Limits::ofValue);
    }

    static String howMany(Annotation... constraints) {
        return joined(constraints, Limits::ofNumber);
    }

    private static String joined(Annotation[] constraints, Function<Annotation, String> words) {
        return Arrays.stream(constraints)
                .map(words)
                .filter(some -> !some.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String ofValue(Annotation constraint) {
        return switch (constraint) {
            case Min min -> "at least " + min.value();
            case Max max -> "at most " + max.value();
            case DecimalMin min -> "at least " + min.value();
            case DecimalMax max -> "at most " + max.value();
            case Positive _ -> "at least 1";
            case DurationMin min ->
                    "at least "
                            + written(
                                    min.days(),
                                    min.hours(),
                                    min.minutes(),
                                    min.seconds(),
                                    min.millis());
            case DurationMax max ->
                    "at most "
                            + written(
                                    max.days(),
                                    max.hours(),
                                    max.minutes(),
                                    max.seconds(),
                                    max.millis());
            case NotEmpty _ -> "not empty";
            case Pattern _ -> "in the right form";
            default -> "";
        };
    }

    private static String ofNumber(Annotation constraint) {
        return switch (constraint) {
            case Size size when size.min() > 0 -> "from " + size.min() + " to " + size.max();
            case Size size -> "at most " + size.max();
            case NotEmpty _ -> "at least one";
            default -> "";
        };
    }

    private static String written(long days, long hours, long minutes, long seconds, long millis) {
        Duration limit =
                Duration.ofDays(days)
                        .plusHours(hours)
                        .plusMinutes(minutes)
                        .plusSeconds(seconds)
                        .plusMillis(millis);
        return Durations.written(limit);
    }
}
