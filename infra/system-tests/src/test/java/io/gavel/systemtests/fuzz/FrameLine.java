package io.gavel.systemtests.fuzz;

import io.gavel.contracts.json.Json;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A WebSocket without manners: sends whatever bytes it is given. */
final class FrameLine implements AutoCloseable {

    private static final Set<String> KNOWN =
            Set.of(
                    "welcome",
                    "authenticated",
                    "snapshot",
                    "log",
                    "state",
                    "decision",
                    "outbid",
                    "sale",
                    "heartbeat",
                    "pong",
                    "error");

    /** 65535 is what {@link OddFrames} closes with: Netty gives back what RFC 6455 leaves open. */
    private static final Set<Integer> EARNED = Set.of(1000, 1002, 1005, 1007, 1009, 65535);

    private final Line line;
    private final DataInputStream in;

    /** What the server says of a moment. */
    private record Heard(int opcode, byte[] payload) {
        int closeCode() {
            return payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        }
    }

    FrameLine(Stage stage) throws IOException {
        line = new Line(stage);
        in = new DataInputStream(line.in());
        line.send(
                Bytes.ascii(
                        "GET /ws HTTP/1.1\r\nHost: "
                                + stage.authority()
                                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                + "Sec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Protocol: gavel.v1\r\n\r\n"));
        HttpAnswer answer = HttpAnswer.head(in);
        if (answer.status() != 101) {
            throw new AssertionError("no WebSocket but " + answer.status());
        }
    }

    void send(byte[] wire) throws IOException {
        line.send(wire);
    }

    /** Says auth and hears that it is who it is. */
    void auth(String token) throws IOException {
        say("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
        await("authenticated", "account", null);
    }

    /** Whether a ping is answered; false when the server has closed. */
    boolean answersPing(int t) throws IOException {
        try {
            say("{\"type\":\"ping\",\"t\":" + t + "}");
            return await("pong", "t", Integer.toString(t));
        } catch (SocketException e) {
            return false;
        }
    }

    /** Says a last thing, which the server may close at, and hears all that still comes. */
    void leave(byte[] last) throws IOException {
        try {
            line.send(last);
            line.sayNoMore();
            while (true) {
                check(hear());
            }
        } catch (EOFException | SocketException e) {
            return;
        }
    }

    private void say(String text) throws IOException {
        send(WireFrame.of(WireFrame.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean await(String type, String field, String value) throws IOException {
        try {
            while (true) {
                Heard heard = hear();
                JsonNode frame = check(heard);
                if (heard.opcode() == WireFrame.CLOSE) {
                    return false;
                }
                if (type.equals(frame.path("type").asString(""))
                        && (value == null || value.equals(frame.path(field).asString("")))) {
                    return true;
                }
            }
        } catch (EOFException e) {
            return false;
        }
    }

    /** Fails unless it is a frame of the protocol, or a close that the client has earned. */
    private static JsonNode check(Heard heard) {
        switch (heard.opcode()) {
            case WireFrame.PING, WireFrame.PONG -> {}
            case WireFrame.CLOSE -> {
                if (!EARNED.contains(heard.closeCode())) {
                    throw new AssertionError("closed with " + heard.closeCode());
                }
            }
            case WireFrame.TEXT -> {
                JsonNode frame = Json.tree(heard.payload());
                String code = frame.path("code").asString("");
                if (!KNOWN.contains(frame.path("type").asString(""))
                        || code.equals("unavailable")
                        || code.equals("not-sent")) {
                    throw new AssertionError("said " + Bytes.shown(heard.payload()));
                }
                return frame;
            }
            default -> throw new AssertionError("opcode " + heard.opcode());
        }
        return Json.MAPPER.nullNode();
    }

    private Heard hear() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Heard(opcode, payload);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
