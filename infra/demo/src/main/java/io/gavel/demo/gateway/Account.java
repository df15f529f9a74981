package io.gavel.demo.gateway;

import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in at a gateway; his token is asked for anew every hour. */
public final class Account {

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final Door door;
    private final String name;
    private final String role;
    private @Nullable String token;
    private Instant renewAt = Instant.MIN;

    /**
     * Somebody who has not signed in yet.
     *
     * @param role {@code BIDDER} or {@code SELLER}
     */
    public Account(Door door, String name, String role) {
        this.door = door;
        this.name = name;
        this.role = role;
    }

    public Door door() {
        return door;
    }

    public String name() {
        return name;
    }

    /**
     * A token that is good for hours.
     *
     * @throws IOException if the gateway gives none
     */
    public synchronized String token(Instant now) throws IOException {
        if (token == null || now.isAfter(renewAt)) {
            byte[] body = Json.bytes(Map.of("user", name, "roles", List.of(role)));
            Answer answer = door.post("/demo/token", null, "application/json", body);
            if (!answer.isFine()) {
                throw new IOException("no token for " + name + ": " + answer);
            }
            token = answer.json().get("token").stringValue();
            renewAt = now.plus(GOOD_FOR);
        }
        return Objects.requireNonNull(token);
    }
}
