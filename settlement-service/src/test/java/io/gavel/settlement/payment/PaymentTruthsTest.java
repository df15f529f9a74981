package io.gavel.settlement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTruthsTest {

    @ParameterizedTest
    @CsvSource({"0, EUR", "-1, EUR", "100, EURO", "100, eur", "100, XQQ"})
    void aSumIsMoreThanNothingInACurrencyThatThereIs(long minor, String currency) {
        assertThatThrownBy(() -> new Sum(minor, currency))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "lot\n0", "lot/ö", "lot 0"})
    void aKeyIsPlainText(String text) {
        assertThatThrownBy(() -> new PaymentKey(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyHasUpTo200Characters() {
        assertThat(new PaymentKey("k".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> new PaymentKey("k".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretIsTakenFromItsFileAndNeverShown(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "sk_live_1\n");

        assertThat(Secret.of("file:" + file).value()).isEqualTo("sk_live_1");
        assertThat(Secret.of("sk_live_1").value()).isEqualTo("sk_live_1");
        assertThat(Secret.of("sk_live_1").toString()).doesNotContain("sk_live_1");
    }
}
