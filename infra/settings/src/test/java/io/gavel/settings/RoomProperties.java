package io.gavel.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** Settings of all kinds that services have. */
@Validated
@ConfigurationProperties("gavel")
record RoomProperties(
        @DefaultValue("20") @Min(1) @Max(200) int chairsInARow,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration patience,
        @DefaultValue @Valid Door door,
        @DefaultValue @Size(max = 3) List<@Valid Price> prices,
        @DefaultValue List<@DurationMin(seconds = 1) Duration> pauses,
        @DefaultValue List<Passphrase> words,
        @Nullable @Confidential Resource key) {

    record Door(
            @DefaultValue("1MB") DataSize width,
            @DefaultValue("open") State state,
            @Nullable Passphrase word) {

        @AssertTrue(message = "word: missing (expected: one for a door that is locked)")
        boolean isComplete() {
            return state != State.LOCKED || word != null;
        }
    }

    enum State {
        OPEN,
        LOCKED
    }

    record Price(@Nullable Long upTo, @DecimalMax("100") BigDecimal percent) {}

    @Confidential
    public record Passphrase(String value) {
        public static Passphrase of(String text) {
            if (text.startsWith("wrong")) {
                throw new IllegalArgumentException(text);
            }
            return new Passphrase(text);
        }
    }
}
