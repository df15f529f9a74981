package io.gavel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client of an event stream over real HTTP. */
public final class StreamClient implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** One message; an empty event is the end of the stream. */
    public record Message(@Nullable String id, String event, String data, @Nullable Long retry) {

        public boolean isEnd() {
            return event.equals(END);
        }

        public JsonNode json() {
            return Json.tree(data.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final String END = "(end)";
    private static final String NAMELESS = "";

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> response;

    StreamClient(HttpClient http, URI uri, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(DEADLINE)
                        .setHeader("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.setHeader("Last-Event-ID", lastEventId);
        }
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(uri.toString(), e);
        }
        assertThat(response.statusCode()).isEqualTo(200);
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    /** Begins to read. */
    public StreamClient read() {
        Thread.ofVirtual().name("stream-client").start(this::readAll);
        return this;
    }

    /** The next message that has an event and is no heartbeat; it must be of this event. */
    public Message next(String event) {
        Message message = next();
        assertThat(message.event()).as(message.toString()).isEqualTo(event);
        return message;
    }

    /** The next message that has an event and is no heartbeat, or the end. */
    public Message next() {
        Message message;
        do {
            message = any();
        } while (message.event().equals(NAMELESS) || message.event().equals("heartbeat"));
        return message;
    }

    /** This many messages of the log feed. */
    public List<Message> log(int count) {
        List<Message> log = new ArrayList<>();
        while (log.size() < count) {
            log.add(next("log"));
        }
        return log;
    }

    /** The next message of any kind. */
    public Message any() {
        try {
            Message message = messages.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            assertThat(message).as("a message within " + DEADLINE).isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void readAll() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = null;
            String event = NAMELESS;
            String data = "";
            Long retry = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(": ");
                String value = colon < 0 ? "" : line.substring(colon + 2);
                switch (colon < 0 ? line : line.substring(0, colon)) {
                    case "" -> {
                        messages.add(new Message(id, event, data, retry));
                        id = null;
                        event = NAMELESS;
                        data = "";
                        retry = null;
                    }
                    case "id" -> id = value;
                    case "event" -> event = value;
                    case "data" -> data = value;
                    case "retry" -> retry = Long.valueOf(value);
                    default -> throw new IllegalStateException("not a field: " + line);
                }
            }
        } catch (IOException e) {
            messages.add(new Message(null, END, "broken: " + e.getMessage(), null));
            return;
        }
        messages.add(new Message(null, END, "", null));
    }
}
