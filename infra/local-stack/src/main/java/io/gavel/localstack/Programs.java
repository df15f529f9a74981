package io.gavel.localstack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs of the system that may or may not be there. */
final class Programs {
    private Programs() {}

    /** The first executable of that name in the folders of {@code PATH}. */
    static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The class path of this program; Surefire keeps that of tests in a property of its own. */
    static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The {@code java} that runs this program. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** When the optimising compiler takes a method. */
    enum Optimising {
        /**
         * Ten times later than usual. Four JVMs start at once: the stack is ready sooner, and what
         * is hot is compiled all the same.
         */
        LATE,
        /** As Java has it. */
        AS_USUAL;

        private List<String> flags() {
            return switch (this) {
                case LATE ->
                        List.of(
                                "-XX:Tier4InvocationThreshold=50000",
                                "-XX:Tier4MinInvocationThreshold=6000",
                                "-XX:Tier4CompileThreshold=150000",
                                "-XX:Tier4BackEdgeThreshold=400000");
                case AS_USUAL -> List.of();
            };
        }
    }

    /** The command that starts a child JVM. */
    static List<String> jvm(Optimising optimising, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(optimising.flags());
        command.addAll(List.of(arguments));
        return command;
    }
}
