package io.gavel.settings;

import io.gavel.settings.GivenSettings.Given;
import io.gavel.settings.GivenSettings.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings under {@code gavel} that the service does not have: most often a slip of the pen. */
final class UnknownSettings {
    private static final String PREFIX = KnownSettings.ROOT + ".";
    private static final String VARIABLE_PREFIX = "GAVEL_";

    private UnknownSettings() {}

    /** A sentence on each. */
    static Stream<String> among(GivenSettings given, KnownSettings known) {
        return given.all().flatMap(one -> sentence(one, known).stream());
    }

    private static Optional<String> sentence(Given given, KnownSettings known) {
        if (given.place() == Place.ENVIRONMENT && isVariable(given.name())) {
            return known.setBy(given.name()).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            unknown(
                                    given.name(),
                                    Nearest.to(
                                            given.name().toUpperCase(Locale.ROOT),
                                            variables(known))));
        }
        String plain = PlainName.of(given.name());
        if (!plain.startsWith(PREFIX) || known.named(given.name()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                unknown(
                        given.name(),
                        Nearest.to(
                                given.name().replaceAll("\\[\\d*]", "[]"),
                                known.all().stream().map(Setting::name).toList())));
    }

    private static boolean isVariable(String name) {
        return name.toUpperCase(Locale.ROOT).startsWith(VARIABLE_PREFIX);
    }

    private static List<String> variables(KnownSettings known) {
        return known.all().stream().map(Setting::variable).toList();
    }

    private static String unknown(String name, Optional<String> meant) {
        return name
                + ": unknown setting ("
                + meant.map(other -> "did you mean " + other + "?")
                        .orElse("expected: one that this service has, see docs/configuration")
                + ")";
    }
}
