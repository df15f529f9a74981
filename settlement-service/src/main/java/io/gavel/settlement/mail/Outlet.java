package io.gavel.settlement.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Where mail leaves. */
interface Outlet {

    /** A new one, to be filled. */
    MimeMessage create();

    /**
     * Hands it over; waits. Handed over again it has the same {@code Message-ID}.
     *
     * @param name that no other mail has
     */
    void send(MimeMessage mail, String name) throws MessagingException, IOException;
}
