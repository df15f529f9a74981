package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class UpgradeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    websocket | a-key | 13 | gavel.v1           |
                    WebSocket | a-key | 13 | gavel.v2, gavel.v1 |
                              | a-key | 13 | gavel.v1           | 426
                    h2c       | a-key | 13 | gavel.v1           | 426
                    websocket |       | 13 | gavel.v1           | 426
                    websocket | a-key |    | gavel.v1           | 426
                    websocket | a-key | 8  | gavel.v1           | 426
                    websocket | a-key | 13 |                    | 400
                    websocket | a-key | 13 | gavel.v2           | 400
                    """)
    void only_a_web_socket_that_speaks_the_protocol_is_served(
            @Nullable String upgrade,
            @Nullable String key,
            @Nullable String version,
            @Nullable String protocols,
            @Nullable Integer status) {
        HttpHeaders asked = new HttpHeaders();
        set(asked, HttpHeaders.UPGRADE, upgrade);
        set(asked, "Sec-WebSocket-Key", key);
        set(asked, "Sec-WebSocket-Version", version);
        set(asked, "Sec-WebSocket-Protocol", protocols);
        assertThat(Upgrade.problem(asked).map(wrong -> wrong.status().value()).orElse(null))
                .isEqualTo(status);
    }

    private static void set(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.set(name, value);
        }
    }
}
