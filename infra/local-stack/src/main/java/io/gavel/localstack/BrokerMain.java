package io.gavel.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * What runs in the broker's own JVM: formats the log folder on first start, then runs Kafka. Ends
 * itself when the process that started it is gone, however that ended.
 */
final class BrokerMain {
    private BrokerMain() {}

    /** Takes the settings file and the log folder. */
    public static void main(String[] args) {
        ProcessHandle.current()
                .parent()
                .ifPresent(launcher -> {
                    var _ = launcher.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
                });
        if (!Files.exists(Path.of(args[1], "meta.properties"))) {
            String cluster = Uuid.randomUuid().toString();
            int code =
                    StorageTool.execute(
                            new String[] {"format", "--config", args[0], "--cluster-id", cluster},
                            System.out);
            if (code != 0) {
                System.exit(code);
            }
        }
        Kafka.main(new String[] {args[0]});
    }
}
