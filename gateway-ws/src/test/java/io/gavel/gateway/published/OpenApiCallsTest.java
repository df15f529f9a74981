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

    /** Comes from no client; answered without a body. */
    private static final String OF_PAYMENT_PROVIDERS = "POST /payments/webhooks/{}";

    @Test
    void every_call_of_the_gateway_is_described() {
        Set<String> calls = new TreeSet<>(Calls.ofGateway());
        assertThat(calls.remove(OF_PAYMENT_PROVIDERS)).isTrue();
        assertThat(DESCRIBED).containsAll(calls);
    }

    @Test
    void every_call_described_is_one_of_the_gateway() {
        assertThat(Calls.ofGateway()).containsAll(DESCRIBED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bidding-service", "settlement-service"})
    void every_call_of_a_service_behind_is_reached_through_the_gateway(String module) {
        Set<String> calls = new TreeSet<>(Calls.ofService(module));
        calls.remove(OF_PAYMENT_PROVIDERS);
        assertThat(calls).isNotEmpty();
        assertThat(DESCRIBED).containsAll(calls);
    }

    private static Set<String> described() {
        Set<String> calls = new TreeSet<>();
        Operations.all().forEach(operation -> calls.add(operation.call()));
        return calls;
    }
}
