package io.gavel.settlement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set, under {@code gavel}.
 *
 * @param closingPause how long to wait between two looks for due lots. Default 100 ms.
 * @param closingBatch how many lots are called due at once at most. Default 500.
 * @param closingRetry how long after the first close-due of a lot the second follows; each further
 *     one takes twice as long. Default 250 ms.
 * @param closingMaxRetry the longest time between two close-dues of a lot. Default 5 s.
 * @param publishPause how long to wait between two looks for sales to publish. Default 100 ms.
 * @param publishBatch how many sales are published at once at most. Default 500.
 * @param outageRetry how long to wait after work failed because the database or the broker does not
 *     answer; doubled with each failure in a row. Default 200 ms.
 * @param outageMaxRetry the longest such wait. Default 5 s.
 * @param databaseTimeout how long one piece of work may wait for the database. Default 10 s.
 * @param sendTimeout how long to wait for the broker to take what is sent; not below the producer's
 *     {@code delivery.timeout.ms}. Default 15 s.
 */
@Validated
@ConfigurationProperties("gavel")
public record SettlementProperties(
        @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(seconds = 1)
                Duration closingPause,
        @DefaultValue("500") @Min(1) @Max(10_000) int closingBatch,
        @DefaultValue("250ms") @DurationMin(millis = 10) Duration closingRetry,
        @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 5)
                Duration closingMaxRetry,
        @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(seconds = 10)
                Duration publishPause,
        @DefaultValue("500") @Min(1) @Max(10_000) int publishBatch,
        @DefaultValue("200ms") @DurationMin(millis = 10) Duration outageRetry,
        @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 5)
                Duration outageMaxRetry,
        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
                Duration databaseTimeout,
        @DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(minutes = 2)
                Duration sendTimeout) {}
