package io.gavel.settings;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * All that can be set under {@code gavel}, as the properties records of a service say it.
 *
 * @param all by name
 */
public record KnownSettings(List<Setting> all) {

    /** What all of Gavel's own settings begin with. */
    static final String ROOT = "gavel";

    public KnownSettings {
        all = all.stream().sorted(Comparator.comparing(Setting::name)).toList();
    }

    /** Of the properties records in a package and those below. */
    public static KnownSettings in(String rootPackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return of(
                scanner.findCandidateComponents(rootPackage).stream()
                        .map(BeanDefinition::getBeanClassName)
                        .map(name ->
                                ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
                        .toList());
    }

    /** Of those of the classes that are Gavel's properties records. */
    static KnownSettings of(Collection<? extends Class<?>> classes) {
        return new KnownSettings(
                classes.stream()
                        .filter(Class::isRecord)
                        .flatMap(type ->
                                prefix(type).stream().flatMap(prefix -> below(prefix, type)))
                        .toList());
    }

    private static Optional<String> prefix(Class<?> type) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.getMergedAnnotation(
                                type, ConfigurationProperties.class))
                .map(ConfigurationProperties::prefix)
                .filter(prefix -> prefix.equals(ROOT) || prefix.startsWith(ROOT + "."));
    }

    private static Stream<Setting> below(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> at(prefix, component));
    }

    private static Stream<Setting> at(String prefix, RecordComponent component) {
        String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
        Class<?> type = component.getType();
        if (isGroup(type)) {
            return below(name, type);
        }
        return elements(component.getAnnotatedType())
                .filter(KnownSettings::isGroup)
                .map(group -> below(name + "[]", group))
                .orElseGet(() -> Stream.of(new Setting(name, component)));
    }

    private static Optional<Class<?>> elements(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType list
                ? Optional.of((Class<?>) list.getAnnotatedActualTypeArguments()[0].getType())
                : Optional.empty();
    }

    /** A record of settings, and no value such as a secret. */
    private static boolean isGroup(Class<?> type) {
        return type.isRecord() && !type.isAnnotationPresent(Confidential.class);
    }

    /**
     * The setting of that name, which may be spelt as Spring allows: {@code gavel.webhook.keys[0]}.
     */
    Optional<Setting> named(String name) {
        String sought = PlainName.of(name);
        return first(setting -> {
            String plain = PlainName.of(setting.name());
            return sought.equals(plain) || (setting.isMany() && sought.equals(plain + "[]"));
        });
    }

    /** The setting that a variable of the environment sets. */
    public Optional<Setting> setBy(String variable) {
        return first(setting -> setting.isSetBy(variable));
    }

    private Optional<Setting> first(Predicate<Setting> wanted) {
        return all.stream().filter(wanted).findFirst();
    }
}
