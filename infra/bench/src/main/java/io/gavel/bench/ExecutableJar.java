package io.gavel.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A service's executable jar in a JVM that ends when the one that started it is gone. */
final class ExecutableJar {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    private ExecutableJar() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Parent.endWithIt();
        Class.forName(LAUNCHER).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /**
     * The command that starts a service; its own arguments can be added.
     *
     * @param home the repository, with the jar built
     * @param more options of the JVM
     * @throws IllegalStateException if the jar is not there
     */
    static List<String> command(Path home, String service, String... more) {
        Path jar = home.resolve(service + "/target/" + service + "-exec.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there (expected: ./mvnw package)");
        }
        List<String> command = ServiceJvm.java(more);
        command.addAll(
                List.of(
                        "-cp",
                        jar + File.pathSeparator + ownClasses(),
                        ExecutableJar.class.getName()));
        return command;
    }

    private static String ownClasses() {
        return ExecutableJar.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
