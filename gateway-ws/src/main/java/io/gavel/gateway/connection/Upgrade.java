package io.gavel.gateway.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What a request for a WebSocket must ask for; anything else would be a line nobody serves. */
final class Upgrade {

    static final String PROTOCOL = "gavel.v1";

    private static final String VERSION = "13";

    private Upgrade() {}

    /** Why a request is not one. */
    record Wrong(HttpStatus status, String why) {}

    static Optional<Wrong> problem(HttpHeaders asked) {
        if (!"websocket".equalsIgnoreCase(asked.getUpgrade())
                || !asked.containsHeader("Sec-WebSocket-Key")) {
            return Optional.of(
                    new Wrong(
                            HttpStatus.UPGRADE_REQUIRED,
                            "no WebSocket (expected: Upgrade: websocket)"));
        }
        String version = asked.getFirst("Sec-WebSocket-Version");
        if (!VERSION.equals(version)) {
            return Optional.of(
                    new Wrong(
                            HttpStatus.UPGRADE_REQUIRED,
                            "Sec-WebSocket-Version: " + version + " (expected: 13)"));
        }
        if (!offered(asked).contains(PROTOCOL)) {
            return Optional.of(
                    new Wrong(
                            HttpStatus.BAD_REQUEST,
                            "Sec-WebSocket-Protocol: "
                                    + offered(asked)
                                    + " (expected: "
                                    + PROTOCOL
                                    + " among them)"));
        }
        return Optional.empty();
    }

    private static List<String> offered(HttpHeaders asked) {
        return asked.getOrEmpty("Sec-WebSocket-Protocol").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
