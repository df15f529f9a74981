package io.gavel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxOptionsTest {

    @Test
    void listensOn8090AndMakesItsSecrets() {
        SandboxOptions options = SandboxOptions.parse(List.of(), Map.of());

        assertThat(options.port()).isEqualTo(8090);
        assertThat(options.webhookUrl()).isNull();
        assertThat(Signature.key(options.webhookSecret())).hasSize(24);
        assertThat(options.toString()).doesNotContain(options.apiKey(), options.webhookSecret());
    }

    @Test
    void takesWhatItIsTold() {
        SandboxOptions options =
                SandboxOptions.parse(
                        List.of("--port", "0", "--webhooks", "http://localhost:8082/hook"),
                        Map.of(
                                "GAVEL_SANDBOX_API_KEY", "key",
                                "GAVEL_SANDBOX_WEBHOOK_SECRET", "whsec_c2VjcmV0"));

        assertThat(options.port()).isZero();
        assertThat(options.webhookUrl()).hasToString("http://localhost:8082/hook");
        assertThat(options.apiKey()).isEqualTo("key");
    }

    @Test
    void isReachedFromElsewhereOnlyIfThatIsSaid() {
        assertThat(SandboxOptions.parse(List.of(), Map.of()).address().isLoopbackAddress())
                .isTrue();
        assertThat(
                        SandboxOptions.parse(List.of("--address", "0.0.0.0"), Map.of())
                                .address()
                                .isAnyLocalAddress())
                .isTrue();
    }

    @Test
    void takesSecretsFromFiles(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "whsec_c2VjcmV0\n");

        SandboxOptions options =
                SandboxOptions.parse(
                        List.of(), Map.of("GAVEL_SANDBOX_WEBHOOK_SECRET", "file:" + file));

        assertThat(options.webhookSecret()).isEqualTo("whsec_c2VjcmV0");
    }

    @ParameterizedTest
    @CsvSource({
        "--prot 1, unknown option",
        "--port 70000, 0 to 65535",
        "--port, nothing follows",
        "--address everybody, this machine's"
    })
    void saysWhatItDoesNotUnderstand(String line, String sentence) {
        assertThatThrownBy(() -> SandboxOptions.parse(List.of(line.split(" ")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aSecretOfAnotherFormIsRefusedAndNotShown() {
        assertThatThrownBy(() ->
                        SandboxOptions.parse(
                                List.of(), Map.of("GAVEL_SANDBOX_WEBHOOK_SECRET", "hush")))
                .hasMessageContaining("expected: whsec_")
                .hasMessageNotContaining("hush");
    }
}
