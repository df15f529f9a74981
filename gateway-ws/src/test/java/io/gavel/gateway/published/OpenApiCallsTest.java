package io.gavel.gateway.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code openapi.yaml} has the calls of the code, all of them and no others. */
class OpenApiCallsTest {

    private static final Set<String> DESCRIBED = described();

    @Test
    void every_call_of_the_gateway_is_described() {
        assertThat(DESCRIBED).containsAll(Calls.ofGateway());
    }

    @Test
    void every_call_described_is_one_of_the_gateway() {
        assertThat(Calls.ofGateway()).containsAll(DESCRIBED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bidding-service", "settlement-service"})
    void every_call_of_a_service_behind_is_reached_through_the_gateway(String module) {
        assertThat(Calls.ofService(module)).isNotEmpty();
        assertThat(DESCRIBED).containsAll(Calls.ofService(module));
    }

    private static Set<String> described() {
        Set<String> calls = new TreeSet<>();
        Operations.all().forEach(operation -> calls.add(operation.call()));
        return calls;
    }
}
