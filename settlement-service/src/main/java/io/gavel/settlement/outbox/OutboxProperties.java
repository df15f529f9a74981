package io.gavel.settlement.outbox;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks and mail are sent, under {@code gavel.outbox}.
 *
 * @param pause how long to wait between two looks for what is due. Default 200 ms.
 * @param concurrent how many attempts are under way at once at most. Default 64.
 * @param perLane how many of them to one endpoint, or by mail. Default 4.
 * @param retries how long to wait after the first failed attempt, the second and so on; then it is
 *     given up. Default 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and five times 12 h: about three days.
 * @param jitter by how much of itself a wait is longer at most. Default 0.2.
 * @param keep how long what is delivered or given up can be seen. Default 30 d.
 */
@Validated
@ConfigurationProperties("gavel.outbox")
public record OutboxProperties(
        @DefaultValue("200ms") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration pause,
        @DefaultValue("64") @Min(1) @Max(1_000) int concurrent,
        @DefaultValue("4") @Min(1) @Max(100) int perLane,
        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "12h", "12h", "12h", "12h", "12h"})
                @Size(min = 1, max = 100)
                List<@DurationMin(millis = 1) @DurationMax(days = 7) Duration> retries,
        @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1") double jitter,
        @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 365) Duration keep) {}
