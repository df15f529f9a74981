package io.gavel.systemtests.fuzz;

import static io.gavel.systemtests.fuzz.WireFrame.BINARY;
import static io.gavel.systemtests.fuzz.WireFrame.CLOSE;
import static io.gavel.systemtests.fuzz.WireFrame.CONTINUATION;
import static io.gavel.systemtests.fuzz.WireFrame.PING;
import static io.gavel.systemtests.fuzz.WireFrame.PONG;
import static io.gavel.systemtests.fuzz.WireFrame.TEXT;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a client may say on a WebSocket, and what it may not.
 *
 * @param right frames that make sense, as JSON with places for what they are about
 */
public record OddFrames(Stage stage, List<String> right) {

    private static final int MOST_CONTROL = 125;
    private static final int MOST_FRAME = 64 * 1024;
    private static final int FIN = 0x80;

    /** One case that a connection should survive. */
    byte[] one(Chance chance) {
        return switch (chance.below(40)) {
            case 0, 1 -> WireFrame.of(TEXT, text(chance).getBytes(StandardCharsets.UTF_8));
            case 2 -> WireFrame.of(BINARY, spoiled(chance));
            case 3 -> WireFrame.of(PING, chance.bytes(chance.below(MOST_CONTROL + 1)));
            case 4 -> WireFrame.of(PONG, chance.bytes(chance.below(MOST_CONTROL + 1)));
            case 5, 6 -> inParts(chance, spoiled(chance));
            case 7 -> WireFrame.of(TEXT, large(chance, MOST_FRAME));
            default -> WireFrame.of(TEXT, spoiled(chance));
        };
    }

    /** One that ends the conversation, one way or another. */
    byte[] last(Chance chance) {
        byte[] said = spoiled(chance);
        return switch (chance.below(20)) {
            case 0 -> WireFrame.of(FIN | TEXT, false, said, said.length);
            case 1 -> WireFrame.of(FIN | 0x70 & chance.below(256) | TEXT, true, said, said.length);
            case 2 -> WireFrame.of(FIN | 3 + chance.below(5), true, said, said.length);
            case 3 -> WireFrame.of(FIN | 11 + chance.below(5), true, said, said.length);
            case 4 -> WireFrame.of(CONTINUATION, said);
            case 5 -> Bytes.joined(List.of(WireFrame.part(TEXT, false, said), right(chance)));
            case 6 -> WireFrame.part(PING, false, chance.bytes(3));
            case 7 -> WireFrame.of(PING, chance.bytes(MOST_CONTROL + 1 + chance.below(100)));
            case 8 -> WireFrame.of(CLOSE, chance.bytes(1));
            case 9 -> WireFrame.of(CLOSE, close(chance.oneOf(List.of(0, 999, 1005, 1006, 65535))));
            case 10 -> WireFrame.of(CLOSE, Bytes.joined(List.of(close(1000), chance.bytes(5))));
            case 11 -> WireFrame.of(CLOSE, close(1000));
            case 12 -> WireFrame.of(CLOSE, new byte[0]);
            case 13 -> WireFrame.of(FIN | TEXT, true, said, Long.MAX_VALUE);
            case 14 -> WireFrame.of(FIN | TEXT, true, said, -1L - chance.below(1_000));
            case 15 -> WireFrame.of(FIN | TEXT, true, said, said.length + 1L + chance.below(500));
            case 16 -> Arrays.copyOf(right(chance), chance.below(7));
            case 17 -> chance.bytes(1 + chance.below(300));
            case 18 -> inParts(chance, large(chance, 4 * MOST_FRAME));
            default -> Bytes.ascii("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        };
    }

    private byte[] right(Chance chance) {
        return WireFrame.of(TEXT, text(chance).getBytes(StandardCharsets.UTF_8));
    }

    private String text(Chance chance) {
        return stage.fill(chance.oneOf(right), chance);
    }

    private byte[] spoiled(Chance chance) {
        return Spoiler.spoiled(chance, text(chance));
    }

    private static byte[] large(Chance chance, int most) {
        byte[] bytes = new byte[chance.below(most)];
        Arrays.fill(bytes, (byte) (chance.oneIn(2) ? '[' : ' '));
        return bytes;
    }

    private static byte[] inParts(Chance chance, byte[] bytes) {
        int first = chance.below(bytes.length + 1);
        int second = first + chance.below(bytes.length + 1 - first);
        byte[] between = chance.oneIn(2) ? WireFrame.of(PING, chance.bytes(3)) : new byte[0];
        return Bytes.joined(
                List.of(
                        WireFrame.part(TEXT, false, Arrays.copyOfRange(bytes, 0, first)),
                        between,
                        WireFrame.part(
                                CONTINUATION, false, Arrays.copyOfRange(bytes, first, second)),
                        WireFrame.part(
                                CONTINUATION,
                                true,
                                Arrays.copyOfRange(bytes, second, bytes.length))));
    }

    private static byte[] close(int code) {
        return ByteBuffer.allocate(Short.BYTES).putShort((short) code).array();
    }
}
