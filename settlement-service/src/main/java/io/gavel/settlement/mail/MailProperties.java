package io.gavel.settlement.mail;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Email, under {@code gavel.mail}. The server is Spring's, under {@code spring.mail}.
 *
 * @param transport {@code none}, {@code smtp} or {@code files}. Default {@code none}: nothing is
 *     written.
 * @param from who writes. Default {@code noreply@gavel.test}.
 * @param site where people go from a mail; shown in it. Default none.
 * @param folder where {@code files} puts a mail each, as {@code .eml}; needed for it
 * @param demoDomain where those who gave no address get theirs, by the name of their account; for
 *     demonstrations. Default none: they get none.
 * @param timeLimit how long sending one may take. Default 30 s.
 */
@Validated
@ConfigurationProperties("gavel.mail")
public record MailProperties(
        @DefaultValue("none") Way transport,
        @DefaultValue("noreply@gavel.test") @Pattern(regexp = Mailboxes.ADDRESS) String from,
        @DefaultValue("") String site,
        @Nullable Path folder,
        @DefaultValue("") String demoDomain,
        @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
                Duration timeLimit) {

    /** How mail leaves. */
    public enum Way {
        NONE,
        SMTP,
        FILES
    }

    @AssertTrue(message = "folder: missing (expected: one for transport files)")
    boolean isComplete() {
        return transport != Way.FILES || folder != null;
    }
}
