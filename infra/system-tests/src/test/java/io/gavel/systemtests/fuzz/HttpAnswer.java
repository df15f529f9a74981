package io.gavel.systemtests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** An answer as it stands on the line. */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    /** Reads a whole answer to a request of this method. */
    static HttpAnswer read(InputStream in, String method) throws IOException {
        HttpAnswer head = head(in);
        if (head.status == 100) {
            return read(in, method);
        }
        boolean bare = method.equals("HEAD") || head.status == 204 || head.status == 304;
        return bare ? head : new HttpAnswer(head.status, head.headers, head.body(in));
    }

    /** Reads status and headers. */
    static HttpAnswer head(InputStream in) throws IOException {
        String first = line(in);
        String[] parts = first.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new AssertionError("no answer but " + first);
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new HttpAnswer(Integer.parseInt(parts[1]), headers, new byte[0]);
    }

    boolean isLast() {
        return "close".equalsIgnoreCase(headers.get("connection"));
    }

    private byte[] body(InputStream in) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            while (true) {
                int size = Integer.parseInt(line(in), 16);
                all.writeBytes(exactly(in, size));
                line(in);
                if (size == 0) {
                    return all.toByteArray();
                }
            }
        }
        return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException();
            }
            if (each != '\r') {
                line.write(each);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
