package io.gavel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the build gives to the tests of each module. */
class TestDefaultsTest {
    private static final Map<String, String> PARAMETERS = new HashMap<>();

    @RegisterExtension
    static final BeforeAllCallback READ =
            context -> {
                for (String name : List.of("testable", "lifecycle")) {
                    context.getConfigurationParameter(
                                    "junit.jupiter.execution.timeout." + name + ".method.default")
                            .ifPresent(value -> PARAMETERS.put(name, value));
                }
            };

    @Test
    void noTestRunsForEver() {
        assertThat(PARAMETERS)
                .containsOnly(Map.entry("testable", "60 s"), Map.entry("lifecycle", "120 s"));
    }

    @Test
    void nettyReportsEveryBufferThatIsNotReleased() {
        assertThat(System.getProperty("io.netty.leakDetection.level")).isEqualTo("paranoid");
    }
}
