package io.gavel.bench;

import io.gavel.localstack.KeyPairFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The gateway from its executable jar in a JVM of its own, which ends when the one that started it
 * is gone. Its heap is touched at the start, so that what its memory grows by later is not heap.
 */
final class GatewayMain {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    private GatewayMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Parent.endWithIt();
        Class.forName(LAUNCHER).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /**
     * The command that starts it.
     *
     * @param home the repository, with the jar built
     * @throws IllegalStateException if it is not
     */
    static List<String> command(
            Path home, String bootstrapServers, int port, int biddingPort, KeyPairFiles keys) {
        Path jar = home.resolve("gateway-ws/target/gateway-ws-exec.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there (expected: ./mvnw package)");
        }
        return ServiceJvm.java(
                "-Xms512m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                jar + File.pathSeparator + ownClasses(),
                GatewayMain.class.getName(),
                "--server.port=" + port,
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.security.oauth2.resourceserver.jwt.public-key-location=file:"
                        + keys.publicKey(),
                "--gavel.demo.signing-key=file:" + keys.privateKey(),
                "--gavel.bidding-url=http://localhost:" + biddingPort,
                // The crowd comes at once, and stays as long as the measure takes.
                "--gavel.socket.accepts-per-second=10000",
                "--gavel.socket.accepts-burst=20000",
                "--gavel.socket.ask-within=10m",
                // A quarter of the default, so that those who read nothing are soon found out.
                "--gavel.socket.queue=256KB");
    }

    private static String ownClasses() {
        return GatewayMain.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
