package io.gavel.settlement.mail;

import static java.util.Objects.requireNonNull;

import io.gavel.settings.RefusedSettings;
import io.gavel.settlement.outbox.Transport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How mail leaves, as it is set. */
@Configuration(proxyBeanMethods = false)
class Mailing {

    private static final int AT_ONCE = 4;
    private static final int MOST_THAT_WAIT = 100;
    private static final int IDLE_SECONDS = 60;

    /** Making a PDF is work: one at a time, so that it leaves the machine to others. */
    @Bean(destroyMethod = "dispose")
    Scheduler mailPrinter() {
        return Schedulers.newBoundedElastic(1, MOST_THAT_WAIT, "mail-printer", IDLE_SECONDS, true);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler postman() {
        return Schedulers.newBoundedElastic(AT_ONCE, MOST_THAT_WAIT, "postman", IDLE_SECONDS, true);
    }

    @Bean
    Transport mailTransport(
            Mailboxes mailboxes,
            Papers papers,
            ObjectProvider<JavaMailSender> sender,
            Scheduler mailPrinter,
            Scheduler postman,
            MailProperties properties) {
        return new MailTransport(
                mailboxes, papers, outlet(sender, properties), mailPrinter, postman, properties);
    }

    private static @Nullable Outlet outlet(
            ObjectProvider<JavaMailSender> sender, MailProperties properties) {
        return switch (properties.transport()) {
            case NONE -> null;
            case FILES -> new FilesOutlet(requireNonNull(properties.folder()));
            case SMTP -> {
                JavaMailSender smtp = sender.getIfAvailable();
                if (smtp == null) {
                    throw new RefusedSettings(
                            "gavel.mail.transport: smtp (expected: with spring.mail.host)");
                }
                yield new SmtpOutlet(smtp);
            }
        };
    }
}
