package io.gavel.settlement.mail;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.document.DocumentKind;
import io.gavel.settlement.document.Paper;
import io.gavel.settlement.outbox.Message;
import io.gavel.settlement.outbox.Told;
import io.gavel.settlement.outbox.Transport;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tells by mail. Who has no address yet may give one while it is tried. */
final class MailTransport implements Transport {

    static final String KIND = "mail";

    private static final Logger LOG = LoggerFactory.getLogger(MailTransport.class);

    private final Mailboxes mailboxes;
    private final Papers papers;
    private final @Nullable Outlet outlet;
    private final Scheduler printer;
    private final Scheduler postman;
    private final MailProperties properties;

    /**
     * Takes what it needs.
     *
     * @param outlet null: mail is off, and what was put before that fails
     * @param printer where to print documents
     * @param postman where to wait for the outlet
     */
    MailTransport(
            Mailboxes mailboxes,
            Papers papers,
            @Nullable Outlet outlet,
            Scheduler printer,
            Scheduler postman,
            MailProperties properties) {
        this.mailboxes = mailboxes;
        this.papers = papers;
        this.outlet = outlet;
        this.printer = printer;
        this.postman = postman;
        this.properties = properties;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Duration timeLimit() {
        return properties.timeLimit();
    }

    @Override
    public Mono<Told> tell(Message message, Instant now) {
        if (outlet == null) {
            return Mono.just(new Told.Failed("off"));
        }
        Outlet way = outlet;
        Letter letter = Letter.read(message.body());
        return mailboxes
                .of(letter.to())
                .flatMap(address ->
                        paper(letter)
                                .map(paper ->
                                        new Envelope(
                                                message.id(),
                                                now,
                                                address,
                                                letter,
                                                paper.orElse(null))))
                .publishOn(printer)
                .flatMap(envelope ->
                        print(way, envelope)
                                .flatMap(mail -> send(way, mail, envelope.name()))
                                .onErrorResume(
                                        MailTransport::isOfMail,
                                        e -> Mono.just(notTaken(envelope, e))))
                .defaultIfEmpty(new Told.Failed("no-address"));
    }

    private Mono<Optional<Paper>> paper(Letter letter) {
        String series = letter.document();
        if (series == null) {
            return Mono.just(Optional.empty());
        }
        DocumentKind kind = DocumentKind.ofSeries(series);
        return papers.issued(LotId.parse(letter.lot()), letter.revision(), kind)
                .map(Optional::of)
                .switchIfEmpty(
                        Mono.error(() ->
                                new IllegalStateException(letter + ": its document is missing")));
    }

    private Mono<MimeMessage> print(Outlet way, Envelope envelope) {
        return Mono.fromCallable(() -> {
            MimeMessage mail = way.create();
            envelope.fill(mail, properties.from(), properties.site());
            return mail;
        });
    }

    private Mono<Told> send(Outlet way, MimeMessage mail, String name) {
        return Mono.<Told>fromCallable(
                        () -> {
                            way.send(mail, name);
                            return new Told.Delivered("sent");
                        })
                .subscribeOn(postman);
    }

    private static boolean isOfMail(Throwable e) {
        return e instanceof MailException
                || e instanceof MessagingException
                || e instanceof IOException;
    }

    /** What the server or the address says may name the receiver, so it is not told. */
    private static Told notTaken(Envelope envelope, Throwable e) {
        LOG.warn("{} was not sent: {}", envelope, e.getClass().getSimpleName());
        return new Told.Failed("not-taken");
    }

    @Override
    public Mono<Void> note(Message message, Told told, Instant now) {
        return Mono.empty();
    }
}
