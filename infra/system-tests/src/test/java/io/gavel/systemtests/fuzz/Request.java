package io.gavel.systemtests.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An HTTP request whose framing is right, whatever else is not. */
final class Request {

    private static final int MOST_CHUNK = 600;

    private final String method;
    private final String address;
    private final List<String> headers = new ArrayList<>();

    Request(Stage stage, String method, String address) {
        this.method = method;
        this.address = address;
        headers.add("Host: " + stage.authority());
    }

    String method() {
        return method;
    }

    Request with(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    byte[] bare() {
        return bytes(new byte[0]);
    }

    byte[] withBody(byte[] body) {
        with("Content-Length", Integer.toString(body.length));
        return bytes(body);
    }

    /** In chunks of any length. */
    byte[] inChunks(byte[] body, Chance chance) {
        with("Transfer-Encoding", "chunked");
        List<byte[]> parts = new ArrayList<>();
        for (int at = 0; at < body.length; ) {
            int to = Math.min(body.length, at + 1 + chance.below(MOST_CHUNK));
            String extension = chance.oneIn(5) ? ";odd=\"1\"" : "";
            parts.add(Bytes.ascii(Integer.toHexString(to - at) + extension + "\r\n"));
            parts.add(Arrays.copyOfRange(body, at, to));
            parts.add(Bytes.ascii("\r\n"));
            at = to;
        }
        parts.add(Bytes.ascii(chance.oneIn(5) ? "0\r\nX-Odd: 1\r\n\r\n" : "0\r\n\r\n"));
        return bytes(Bytes.joined(parts));
    }

    private byte[] bytes(byte[] body) {
        String head = method + " " + address + " HTTP/1.1\r\n" + String.join("\r\n", headers);
        return Bytes.joined(List.of(Bytes.ascii(head + "\r\n\r\n"), body));
    }
}
