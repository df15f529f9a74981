package io.gavel.settlement.mail;

import io.gavel.settlement.document.Paper;
import io.gavel.settlement.document.PdfPaper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * All of a mail. The same message has the same {@code Message-ID} with every attempt, by which
 * receivers know it.
 *
 * @param address one that was looked at
 * @param paper what goes with it as PDF; null: nothing
 */
record Envelope(UUID id, Instant at, String address, Letter letter, @Nullable Paper paper) {

    void fill(MimeMessage mail, String from, String site) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(address);
        helper.setSubject(letter.subject());
        helper.setSentDate(Date.from(at));
        helper.setText(LetterLayout.text(letter, site), LetterLayout.html(letter, site));
        if (paper != null) {
            helper.addAttachment(
                    paper.name() + ".pdf",
                    new ByteArrayResource(PdfPaper.of(paper)),
                    "application/pdf");
        }
        mail.setHeader("Message-ID", "<" + id + from.substring(from.indexOf('@')) + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
    }

    /** Says nothing of who gets it. */
    String name() {
        return letter.what() + "-" + id;
    }

    @Override
    public String toString() {
        return name();
    }
}
