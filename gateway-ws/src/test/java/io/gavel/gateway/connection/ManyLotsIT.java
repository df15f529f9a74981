package io.gavel.gateway.connection;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.gateway.SocketClient;
import io.gavel.gateway.TestLot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ManyLotsIT {

    private static final int MOST = 200;

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void one_connection_watches_200_lots_and_no_more_and_heartbeats_tell_of_each() {
        Map<String, Long> versions = new HashMap<>();
        try (SocketClient client = gateway().connect()) {
            for (int i = 0; i < MOST; i++) {
                TestLot lot = gateway().bidding().listed().append("bid", i % 3);
                versions.put(lot.id().toString(), lot.version());
                String answered =
                        client.watch(lot, "state", null)
                                .next("snapshot")
                                .required("lot")
                                .stringValue();
                assertThat(answered).isEqualTo(lot.id().toString());
            }

            TestLot oneMore = gateway().bidding().listed();
            JsonNode error = client.watch(oneMore, "state", null).next("error");
            assertThat(error.required("code").stringValue()).isEqualTo("busy");
            assertThat(error.required("lot").stringValue()).isEqualTo(oneMore.id().toString());
            await("a heartbeat with all versions")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> versionsIn(client.nextHeartbeat()), versions::equals);
        }
    }

    private static Map<String, Long> versionsIn(JsonNode heartbeat) {
        Map<String, Long> versions = new HashMap<>();
        heartbeat
                .required("versions")
                .properties()
                .forEach(each -> versions.put(each.getKey(), each.getValue().longValue()));
        return versions;
    }
}
