package io.gavel.settlement.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Puts each mail into a folder, as {@code <name>.eml}; again it is the same file. */
final class FilesOutlet implements Outlet {

    private final Session session = Session.getInstance(new Properties());
    private final Path folder;

    /**
     * Makes the folder, if it is not there.
     *
     * @throws UncheckedIOException if that cannot be done
     */
    FilesOutlet(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("gavel.mail.folder: " + folder, e);
        }
    }

    @Override
    public MimeMessage create() {
        return new MimeMessage(session);
    }

    @Override
    public void send(MimeMessage mail, String name) throws MessagingException, IOException {
        String id = mail.getMessageID();
        mail.saveChanges();
        mail.setHeader("Message-ID", id);
        Path unfinished = folder.resolve(name + ".unfinished");
        try (OutputStream file = Files.newOutputStream(unfinished)) {
            mail.writeTo(file);
        }
        Files.move(
                unfinished,
                folder.resolve(name + ".eml"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
