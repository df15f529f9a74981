package io.gavel.settlement.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.document.DocumentKind;
import io.gavel.settlement.document.Paper;
import io.gavel.settlement.fixture.MigratedDatabase;
import io.gavel.settlement.money.Amount;
import io.gavel.settlement.outbox.Message;
import io.gavel.settlement.outbox.Told;
import io.gavel.settlement.sale.Lot;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Mail to a real SMTP server. */
@ExtendWith(OutputCaptureExtension.class)
class MailTransportIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final LotId LOT = LotId.parse("0197b1c2-3d4e-7f50-8a61-72839405a6b7");
    private static final UUID ID = UUID.fromString("0197b1c2-3d4e-7f50-8a61-000000000001");
    private static final MailProperties PROPERTIES =
            new MailProperties(
                    MailProperties.Way.SMTP,
                    "noreply@gavel.test",
                    "https://gavel.test",
                    null,
                    "",
                    LIMIT);
    private static final Scheduler POSTMAN =
            Schedulers.newBoundedElastic(2, 10, "postman-of-test", 10, true);

    private final GreenMail server = started();
    private final Mailboxes mailboxes =
            new Mailboxes(MigratedDatabase.create().client(), PROPERTIES);
    private final MailTransport transport =
            new MailTransport(
                    mailboxes, MailTransportIT::paper, smtp(), POSTMAN, POSTMAN, PROPERTIES);

    private static GreenMail started() {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @AfterAll
    static void end() {
        POSTMAN.dispose();
    }

    @Test
    void a_letter_arrives_with_its_document_and_the_same_id_each_time() throws MessagingException {
        mailboxes.set("alice", "alice@example.test", NOW).block(LIMIT);

        assertThat(tell()).isEqualTo(new Told.Delivered("sent"));
        assertThat(tell()).isEqualTo(new Told.Delivered("sent"));

        MimeMessage[] came = server.getReceivedMessages();
        assertThat(came).hasSize(2);
        for (MimeMessage mail : came) {
            assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@gavel.test>");
            assertThat(mail.getSubject()).isEqualTo("You won: Lämp <b>");
            assertThat(mail.getHeader("To")).containsExactly("alice@example.test");
            assertThat(mail.getHeader("From")).containsExactly("noreply@gavel.test");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        }
        assertThat(GreenMailUtil.getWholeMessage(came[0]))
                .contains(
                        "I-000042.pdf",
                        "application/pdf",
                        "Lamp &lt;b&gt;",
                        "Lamp <b>",
                        "https://gavel.test");
    }

    @Test
    void who_has_no_address_gets_it_once_he_has_one() {
        assertThat(tell()).isEqualTo(new Told.Failed("no-address"));
        mailboxes.set("alice", "alice@example.test", NOW).block(LIMIT);
        assertThat(tell()).isEqualTo(new Told.Delivered("sent"));
    }

    @Test
    void while_the_server_is_away_it_fails() {
        mailboxes.set("alice", "alice@example.test", NOW).block(LIMIT);
        server.stop();

        assertThat(tell()).isEqualTo(new Told.Failed("not-taken"));
    }

    @Test
    void an_address_that_no_mail_can_have_is_a_failed_attempt_that_names_nobody(
            CapturedOutput output) {
        mailboxes.set("alice", "alice..b@example.test", NOW).block(LIMIT);

        assertThat(tell()).isEqualTo(new Told.Failed("not-taken"));

        assertThat(output.getAll())
                .contains("won-" + ID + " was not sent: AddressException")
                .doesNotContain("alice..b");
    }

    private Told tell() {
        Letter letter =
                new Letter(
                        "1",
                        "alice",
                        "won",
                        "You won: Lämp <b>",
                        List.of("You won the lot \"Lamp <b>\"."),
                        List.of(new Letter.Line("Hammer price", "200.00 EUR")),
                        "200.00 EUR",
                        LOT.toString(),
                        1,
                        "invoice");
        Message message =
                new Message(ID, MailTransport.KIND, "won", letter.draft(NOW).body(), 1, NOW);
        return requireNonNull(transport.tell(message, NOW).block(LIMIT));
    }

    private SmtpOutlet smtp() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return new SmtpOutlet(sender);
    }

    private static Mono<Paper> paper(LotId lot, int revision, DocumentKind kind) {
        Lot lamp =
                new Lot(
                        lot,
                        19,
                        "Lamp",
                        "EUR",
                        new AccountId("bob"),
                        CloseOutcome.SOLD,
                        NOW,
                        null,
                        null);
        return Mono.just(
                new Paper(
                        kind,
                        kind.numbered(42),
                        NOW,
                        new AccountId("alice"),
                        lamp,
                        List.of(),
                        Amount.zero("EUR"),
                        NOW,
                        null));
    }
}
