package io.gavel.settings;

import io.gavel.settings.GivenSettings.Given;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets where others can read them: on a command line, or in the program itself. */
final class MisplacedSecrets {
    /** Where a secret is, instead of the secret. */
    private static final List<String> ELSEWHERE = List.of("file:", "${");

    private static final List<String> OURS_TO_SET =
            List.of("gavel.", "spring.", "server.", "management.");

    /** Spring's own, of whatever it is that they open. */
    private static final Pattern SECRET =
            Pattern.compile("(password|passphrase|secret|jaasconfig|privatekey)$");

    private MisplacedSecrets() {}

    /** A sentence on each. */
    static Stream<String> among(GivenSettings given, KnownSettings known) {
        return given.all().flatMap(one -> sentence(one, known).stream());
    }

    private static Optional<String> sentence(Given given, KnownSettings known) {
        return where(given)
                .filter(_ -> isSecret(given, known))
                .filter(_ -> !given.value().isEmpty())
                .filter(_ -> ELSEWHERE.stream().noneMatch(given.value()::startsWith))
                .map(where ->
                        given.name()
                                + ": a secret "
                                + where
                                + " (expected: in the environment or a file, see"
                                + " docs/configuration/security.md)");
    }

    private static Optional<String> where(Given given) {
        return switch (given.place()) {
            case COMMAND_LINE, SYSTEM_PROPERTY ->
                    Optional.of("on the command line, where anybody on the machine can read it");
            case PROGRAM -> Optional.of("in the program, where anybody who has it can read it");
            case ENVIRONMENT, ELSEWHERE -> Optional.empty();
        };
    }

    private static boolean isSecret(Given given, KnownSettings known) {
        String plain = PlainName.of(given.name());
        return OURS_TO_SET.stream().anyMatch(plain::startsWith)
                && (known.named(given.name()).map(Setting::isConfidential).orElse(false)
                        || SECRET.matcher(plain.replace(".", "")).find());
    }
}
