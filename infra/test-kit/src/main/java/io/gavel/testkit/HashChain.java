package io.gavel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.event.EventView;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.json.Json;
import java.util.List;

/** Checks a lot's public log from its bytes alone (DESIGN, invariants 6 and 7). */
public final class HashChain {

    private HashChain() {}

    /**
     * Fails unless versions are 1, 2, 3 … and each {@code prev} is the hash of the bytes before.
     */
    public static void assertUnbroken(List<byte[]> log) {
        assertThat(log).isNotEmpty();
        Sha256 prev = Sha256.ZERO;
        for (int i = 0; i < log.size(); i++) {
            EventView event = Json.read(log.get(i), EventView.class);
            assertThat(event.version()).as("version").isEqualTo(i + 1);
            assertThat(event.prev()).as("prev of version " + event.version()).isEqualTo(prev);
            prev = Sha256.of(log.get(i));
        }
    }
}
