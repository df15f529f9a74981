package io.gavel.settlement;

import io.gavel.settlement.money.TaxRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
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
 * @param sale the conditions of sale, see {@link Conditions}
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
                Duration sendTimeout,
        @DefaultValue @Valid Conditions sale) {

    /**
     * The conditions of sale, under {@code gavel.sale}. Demands and offers that were made keep
     * those they were made under.
     *
     * @param payWithin how long a buyer has to pay. Default 3 d.
     * @param grace how long after a default the lot is offered to the next. Default 1 d.
     * @param offerFor how long an offer is open. Default 1 d.
     * @param attempts how often one debtor is charged at most. Default 5.
     * @param premium the buyer's premium, in brackets. Default 25 % to 500,000 and 20 % above.
     * @param commission what the house keeps of the hammer price, in percent. Default 10.
     * @param taxes on lines of the bill; the first that fits a line counts. Default none.
     * @param deadlinePause how long to wait between two looks for passed deadlines. Default 1 s.
     * @param deadlineBatch how many passed deadlines are taken at once at most. Default 100.
     * @param strikesToSuspend how many defaults suspend a bidder, so that he may not bid and is
     *     offered no lot, until an operator reinstates him. Default 3.
     */
    public record Conditions(
            @DefaultValue("3d") @DurationMin(seconds = 1) @DurationMax(days = 365)
                    Duration payWithin,
            @DefaultValue("1d") @DurationMin(seconds = 0) @DurationMax(days = 365) Duration grace,
            @DefaultValue("1d") @DurationMin(seconds = 1) @DurationMax(days = 365)
                    Duration offerFor,
            @DefaultValue("5") @Min(1) @Max(100) int attempts,
            @DefaultValue @Size(max = 20) List<@Valid Bracket> premium,
            @DefaultValue("10") @DecimalMin("0") @DecimalMax("100") BigDecimal commission,
            @DefaultValue @Size(max = 1_000) List<@Valid Tax> taxes,
            @DefaultValue("1s") @DurationMin(millis = 1) @DurationMax(minutes = 1)
                    Duration deadlinePause,
            @DefaultValue("100") @Min(1) @Max(10_000) int deadlineBatch,
            @DefaultValue("3") @Min(1) @Max(1_000) int strikesToSuspend) {}

    /**
     * A band of the hammer price.
     *
     * @param upTo where it ends, in major units of the lot's currency; none for the last
     * @param percent of the part of the price in it
     */
    public record Bracket(
            @Nullable @Positive Long upTo,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal percent) {}

    /**
     * A tax.
     *
     * @param on {@code hammer} or {@code premium}
     * @param currency of the lots it is for; none for all
     * @param percent of the amount of the line
     */
    public record Tax(
            @NotNull TaxRule.Line on,
            @Nullable String currency,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal percent) {}
}
