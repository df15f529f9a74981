package io.gavel.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Values that cannot be, in sentences that never show a secret. */
final class BadValues {
    private static final int LONGEST_SHOWN = 100;
    private static final String FILE = "file:";

    private final KnownSettings known;

    private BadValues(KnownSettings known) {
        this.known = known;
    }

    /**
     * A sentence on each.
     *
     * @param of the records that the values were for
     */
    static List<String> sentences(BindException failure, Optional<Class<?>> of) {
        BadValues values =
                new BadValues(KnownSettings.of(of.map(List::<Class<?>>of).orElse(List.of())));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                ValidationErrors errors = invalid.getValidationErrors();
                return errors.getAllErrors().stream()
                        .map(error -> values.sentence(error, errors))
                        .sorted()
                        .toList();
            }
        }
        return List.of(values.sentence(failure));
    }

    /** Something that is no value of that type. */
    private String sentence(BindException failure) {
        String name = String.valueOf(failure.getName());
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        String expected = known.named(name).map(Expected::of).orElseGet(() -> Expected.words(type));
        return name
                + ": "
                + shown(name, raw(failure.getProperty()))
                + " (expected: "
                + expected
                + ")";
    }

    private static @Nullable Object raw(@Nullable ConfigurationProperty property) {
        return property == null ? null : property.getValue();
    }

    /** Something outside of the limits. */
    private String sentence(ObjectError error, ValidationErrors errors) {
        String message = String.valueOf(error.getDefaultMessage());
        if (!(error instanceof FieldError field)) {
            return errors.getName() + ": " + message;
        }
        String name = errors.getName() + "." + path(field.getField());
        Object value = written(name, errors).orElse(field.getRejectedValue());
        return known.named(name)
                .map(setting ->
                        name
                                + ": "
                                + shown(name, value)
                                + " (expected: "
                                + Expected.of(setting)
                                + ")")
                .orElseGet(() -> name.substring(0, name.lastIndexOf('.')) + ": " + message);
    }

    /** {@code retries[0].<list element>} is {@code retries[0]}. */
    private static String path(String field) {
        return DataObjectPropertyName.toDashedForm(field.replaceAll("\\.?<[^>]*>$", ""))
                .replace("[]", "");
    }

    private static Optional<Object> written(String name, ValidationErrors errors) {
        return errors.getBoundProperties().stream()
                .filter(property ->
                        PlainName.of(property.getName().toString()).equals(PlainName.of(name)))
                .findFirst()
                .map(ConfigurationProperty::getValue);
    }

    private String shown(String name, @Nullable Object value) {
        if (value == null) {
            return "missing";
        }
        String text = value instanceof Duration time ? Durations.written(time) : value.toString();
        if (known.named(name).map(Setting::isConfidential).orElse(false)
                && !text.startsWith(FILE)) {
            return "something that is not shown";
        }
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
