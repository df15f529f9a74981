package io.gavel.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StackOptionsTest {
    private static final StackOptions OPTIONS =
            new StackOptions(
                    Path.of("/repo"),
                    Path.of("/repo/.gavel"),
                    8080,
                    3,
                    false,
                    true,
                    OptionalLong.empty(),
                    Map.of(),
                    false);

    @Test
    void gatewaysHaveThePortsFromTheFirstOn() {
        assertThat(OPTIONS.gatewayPorts()).containsExactly(8080, 8081, 8082);
        assertThat(OPTIONS.withPort(0).gatewayPorts()).containsExactly(0, 0, 0);
    }

    @Test
    void portsThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> OPTIONS.withPort(65_534).gatewayPorts())
                .hasMessage("port 65534 has no 2 others behind it");
        assertThat(OPTIONS.withPort(65_533).gatewayPorts()).hasSize(3);
    }

    @Test
    void thereIsAtLeastOneGatewayAndNotMoreThanAMachineCarries() {
        assertThatThrownBy(() -> OPTIONS.withGateways(0))
                .hasMessage("gateways: 0 (expected: from 1 to 8)");
        assertThatThrownBy(() -> OPTIONS.withGateways(9))
                .hasMessage("gateways: 9 (expected: from 1 to 8)");
    }
}
