package io.gavel.replay;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.json.JsonLine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a command asked, as 128 bits of SHA-256: equal if and only if {@link Command#asAsked} is
 * equal, on one lot and under one id.
 */
public record Content(long high, long low) {

    /** Of a command as its sender asked it. */
    public static Content of(Command command) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(bytes(command.asAsked())));
        return new Content(hash.getLong(), hash.getLong());
    }

    private static byte[] bytes(Command command) {
        return switch (command) {
            case PlaceBid bid ->
                    new JsonLine()
                            .text(bid.by().value())
                            .ascii(bid.confirmLarge() ? "!" : " ")
                            .number(bid.amount().minor())
                            .bytes();
            case InvalidCommand invalid ->
                    new JsonLine().text(invalid.by().value()).text(invalid.content()).bytes();
            default -> CommandJson.write(command, null);
        };
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
