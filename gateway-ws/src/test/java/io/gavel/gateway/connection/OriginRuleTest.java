package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRuleTest {

    private final OriginRule rule = new OriginRule(List.of("https://gavel.example"));

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    http://localhost:8080,   localhost:8080,  true
                    http://LOCALHOST:8080,   localhost:8080,  true
                    https://auction.example, auction.example, true
                    https://gavel.example,   localhost:8080,  true
                    ,                        localhost:8080,  true
                    http://localhost:9090,   localhost:8080,  false
                    https://evil.example,    localhost:8080,  false
                    null,                    localhost:8080,  false
                    ::,                      localhost:8080,  false
                    https://evil.example,    ,                false
                    """)
    void only_own_and_named_pages_may_connect(
            @Nullable String origin, @Nullable String host, boolean allowed) {
        assertThat(rule.allows(origin, host)).isEqualTo(allowed);
    }
}
