package io.gavel.settlement.mail;

import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands mail to a server; Spring's sender keeps the {@code Message-ID}. */
final class SmtpOutlet implements Outlet {

    private final JavaMailSender sender;

    SmtpOutlet(JavaMailSender sender) {
        this.sender = sender;
    }

    @Override
    public MimeMessage create() {
        return sender.createMimeMessage();
    }

    @Override
    public void send(MimeMessage mail, String name) {
        sender.send(mail);
    }
}
