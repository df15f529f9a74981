package io.gavel.settings;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that can be set.
 *
 * @param name such as {@code gavel.socket.queue}; of what is in each element of a list {@code
 *     gavel.sale.premium[].up-to}
 * @param component where it ends up
 */
public record Setting(String name, RecordComponent component) {

    /** Whether there may be several, as {@code name[0]}, {@code name[1]} or with commas. */
    public boolean isMany() {
        return Collection.class.isAssignableFrom(component.getType());
    }

    /** Its type or, of several, that of each. */
    public AnnotatedType each() {
        AnnotatedType type = component.getAnnotatedType();
        return isMany()
                ? ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0]
                : type;
    }

    /** The class of {@link #each}. */
    public Class<?> eachClass() {
        return (Class<?>) each().getType();
    }

    /** Whether its value, or what is in the file that it names, is nobody else's business. */
    public boolean isConfidential() {
        return component.isAnnotationPresent(Confidential.class)
                || eachClass().isAnnotationPresent(Confidential.class);
    }

    /** The variable that sets it, such as {@code GAVEL_SOCKET_QUEUE}; 0 is the first of several. */
    public String variable() {
        return name.replace("[]", ".0")
                .replace('.', '_')
                .replace('-', '_')
                .toUpperCase(Locale.ROOT);
    }

    /** Whether Spring takes the variable as this setting: dashes may be left out of it. */
    boolean isSetBy(String variable) {
        String pattern = name.replace("[]", "_\\d+_?").replace('.', '_');
        String several = isMany() ? "(_\\d+_?)?" : "";
        return matches(pattern.replace('-', '_') + several, variable)
                || matches(pattern.replace("-", "") + several, variable);
    }

    private static boolean matches(String pattern, String variable) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(variable).matches();
    }
}
