package io.gavel.contracts.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class MoneyTest {

    @ParameterizedTest
    @ValueSource(longs = {-1, Money.MAX_MINOR + 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void anAmountBeyondItsBoundsIsNoMoney(long minor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(minor))
                .withMessage(minor + " (expected: 0 to 1000000000000000 minor units)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "1e400", "9223372036854775808", "1000000000000001", "\"x\"", "{}"})
    void jsonThatIsNoAmountIsNotRead(String json) {
        assertThatThrownBy(() -> Json.MAPPER.readValue(json, Money.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void anAmountIsANumberInJson() {
        assertThat(Json.MAPPER.writeValueAsString(new Money(1_250))).isEqualTo("1250");
        assertThat(Json.MAPPER.readValue("1250", Money.class)).isEqualTo(new Money(1_250));
    }

    @Test
    void aSumStopsAtTheLargestAmount() {
        Money largest = new Money(Money.MAX_MINOR);

        assertThat(largest.plus(largest)).isEqualTo(largest);
        assertThat(new Money(1).plus(new Money(2))).isEqualTo(new Money(3));
    }

    @Test
    void amountsCompare() {
        Money less = new Money(5);
        Money more = new Money(6);

        assertThat(less.min(more)).isEqualTo(less);
        assertThat(less.max(more)).isEqualTo(more);
        assertThat(more.isMoreThan(less)).isTrue();
        assertThat(less.isMoreThan(less)).isFalse();
        assertThat(less.isAtLeast(less)).isTrue();
        assertThat(less.isAtLeast(more)).isFalse();
        assertThat(less).isLessThan(more);
    }
}
