package io.gavel.settlement.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

    private static final TargetUrl.Rules STRICT = new TargetUrl.Rules(Set.of(443), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/",
                "HTTPS://Hooks.Example.com:443/gavel?seller=1",
                "https://xn--bcher-kva.example/",
                "https://93.184.216.34/",
                "https://[2606:2800:220:1::1]/"
            })
    void a_plain_url_is_taken(String url) {
        assertThat(TargetUrl.parse(url, STRICT).uri()).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com/                | scheme http (expected: https)",
                "ftp://example.com/                 | scheme ftp (expected: https)",
                "file:///etc/passwd                 | scheme file (expected: https)",
                "//example.com/                     | scheme null (expected: https)",
                "https:example.com                  | its host",
                "https:///path                      | its host",
                "https://alice@example.com/         | with a user or fragment",
                "https://alice:pw@example.com/      | with a user or fragment",
                "https://example.com#@127.0.0.1/    | with a user or fragment",
                "https://example.com:8443/          | port 8443 (expected: one of [443])",
                "https://example.com:22/            | port 22",
                "https://2130706433/                | its host",
                "https://0x7f000001/                | its host",
                "https://0x7f.0.0.1/                | its host",
                "https://0177.0.0.1/                | its host",
                "https://127.1/                     | its host",
                "https://127.0.0.1.5/               | its host",
                "https://256.0.0.1/                 | its host",
                "https://[fe80::1%25eth0]/          | its host",
                "https://exa_mple.com/              | its host",
                "https://example.com./              | its host",
                "https://-example.com/              | its host",
                "https://bücher.example/            | its host",
                "https://１２７.0.0.1/               | its host",
                "https://example.com\\@127.0.0.1/   | not readable",
                "https://exam ple.com/              | not readable"
            })
    void one_that_could_be_read_in_two_ways_is_not(String url, String problem) {
        assertThatThrownBy(() -> TargetUrl.parse(url, STRICT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void one_that_is_too_long_is_not() {
        assertThatThrownBy(() -> TargetUrl.parse("https://a.b/" + "x".repeat(2_000), STRICT))
                .hasMessage("2012 characters (expected: at most 2000)");
    }

    @Test
    void http_and_any_port_can_be_permitted() {
        TargetUrl.Rules local = new TargetUrl.Rules(Set.of(0), true);

        assertThat(TargetUrl.parse("http://localhost:1234/x", local).host()).isEqualTo("localhost");
        assertThat(TargetUrl.parse("http://[::1]:1234/x", local).host()).isEqualTo("::1");
    }
}
