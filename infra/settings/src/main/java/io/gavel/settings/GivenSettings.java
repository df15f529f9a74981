package io.gavel.settings;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What was set, wherever. */
record GivenSettings(PropertySources sources) {

    /** Where a setting came from, as far as it matters. */
    enum Place {
        ENVIRONMENT,
        COMMAND_LINE,
        /** {@code -D}. */
        SYSTEM_PROPERTY,
        /** What is built into the program. */
        PROGRAM,
        /** Files, and what tests and programs say. */
        ELSEWHERE
    }

    /**
     * One of them.
     *
     * @param name as it was written
     */
    record Given(String name, Place place, PropertySource<?> source) {
        String value() {
            return String.valueOf(source.getProperty(name));
        }
    }

    Stream<Given> all() {
        return sources.stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source ->
                        Arrays.stream(source.getPropertyNames())
                                .map(name -> new Given(name, place(source), source)));
    }

    private static Place place(PropertySource<?> source) {
        if (source instanceof SystemEnvironmentPropertySource) {
            return Place.ENVIRONMENT;
        }
        if (source instanceof CommandLinePropertySource) {
            return Place.COMMAND_LINE;
        }
        if (source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            return Place.SYSTEM_PROPERTY;
        }
        return source.getName().contains("class path resource") ? Place.PROGRAM : Place.ELSEWHERE;
    }
}
