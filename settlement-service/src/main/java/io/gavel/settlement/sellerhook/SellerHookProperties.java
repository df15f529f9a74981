package io.gavel.settlement.sellerhook;

import io.gavel.settlement.egress.TargetUrl;
import io.gavel.settlement.payment.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Webhooks to sellers, under {@code gavel.webhook}.
 *
 * @param keys what seals their secrets in the database: 32 bytes in base64 each, or {@code file:…}.
 *     The first seals, all open. Default none: then nobody can have a webhook.
 * @param most how many endpoints a seller may have. Default 5.
 * @param ports that may be called; 0: any. Default 443.
 * @param plainHttp whether http may be called too. Default no.
 * @param permittedNetworks that may be called though they are not public. Default none.
 * @param connectLimit how long to wait for a connection. Default 3 s.
 * @param answerLimit how long one attempt may take in all. Default 15 s.
 * @param rotation how long a secret that was changed signs too. Default 1 d.
 * @param disableAfter an endpoint that failed for so long is disabled. Default 5 d.
 */
@Validated
@ConfigurationProperties("gavel.webhook")
public record SellerHookProperties(
        @DefaultValue @Size(max = 10) List<Secret> keys,
        @DefaultValue("5") @Min(1) @Max(100) int most,
        @DefaultValue("443") @NotEmpty Set<@Min(0) @Max(65_535) Integer> ports,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue @Size(max = 100) List<String> permittedNetworks,
        @DefaultValue("3s") @DurationMin(millis = 10) @DurationMax(seconds = 30)
                Duration connectLimit,
        @DefaultValue("15s") @DurationMin(millis = 10) @DurationMax(minutes = 1)
                Duration answerLimit,
        @DefaultValue("1d") @DurationMin(seconds = 1) @DurationMax(days = 30) Duration rotation,
        @DefaultValue("5d") @DurationMin(seconds = 1) @DurationMax(days = 365)
                Duration disableAfter) {

    TargetUrl.Rules rules() {
        return new TargetUrl.Rules(ports, plainHttp);
    }
}
