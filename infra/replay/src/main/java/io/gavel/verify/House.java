package io.gavel.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.replay.BadUsage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A running Gavel, asked over HTTP. An answer has a minute to begin, a connection five seconds. */
final class House implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int MAX_SHOWN = 300;

    /** An answer that is not 200. */
    static final class Refused extends IOException {

        private final int status;

        Refused(URI uri, int status, String body) {
            super(uri + ": " + status + " (expected: 200)" + (body.isBlank() ? "" : ": " + body));
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
    private final String url;

    /**
     * @param url such as {@code http://localhost:8080}
     */
    House(String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * Gets what stands under a path.
     *
     * @param path beginning with a slash, or a whole URL
     * @throws Refused if the answer is not 200
     * @throws BadUsage if nobody answers
     */
    InputStream get(String path, @Nullable String token) throws IOException {
        HttpRequest.Builder request = request(path).GET();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    /** Posts JSON; the answer and the exceptions are those of {@link #get}. */
    InputStream post(String path, String json) throws IOException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        String target = path.startsWith("/") ? url + path : path;
        try {
            return HttpRequest.newBuilder(URI.create(target)).timeout(ANSWER);
        } catch (IllegalArgumentException e) {
            throw new BadUsage(target + ": not a URL (expected: such as http://localhost:8080)");
        }
    }

    private InputStream send(HttpRequest request) throws IOException {
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadUsage(request.uri() + ": interrupted while waiting");
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new BadUsage(request.uri() + ": no answer: " + why);
        }
        if (response.statusCode() != 200) {
            try (InputStream body = response.body()) {
                String shown = new String(body.readNBytes(MAX_SHOWN), UTF_8);
                throw new Refused(request.uri(), response.statusCode(), shown);
            }
        }
        return response.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
