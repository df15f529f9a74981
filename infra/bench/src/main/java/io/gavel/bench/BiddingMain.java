package io.gavel.bench;

import io.gavel.bidding.BiddingApplication;
import io.gavel.localstack.Database;
import java.util.List;

/** bidding-service in a JVM of its own, which ends when the one that started it is gone. */
final class BiddingMain {

    private BiddingMain() {}

    public static void main(String[] arguments) {
        Parent.endWithIt();
        BiddingApplication.main(arguments);
    }

    /** The command that starts it. */
    static List<String> command(Database database, String bootstrapServers, int port) {
        List<String> command =
                ServiceJvm.java(
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        BiddingMain.class.getName(),
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/unused");
        command.addAll(database.arguments());
        return command;
    }
}
