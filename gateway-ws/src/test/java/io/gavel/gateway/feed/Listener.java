package io.gavel.gateway.feed;

import io.gavel.contracts.json.Json;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Recipient;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A recipient that keeps what it got. */
final class Listener implements Recipient {

    private final List<Frame> frames = new ArrayList<>();

    @Override
    public void send(Frame frame) {
        frames.add(frame);
    }

    @Override
    public Mono<Void> room() {
        return Mono.empty();
    }

    /** Each frame in short: its type, whether it recovers, and its versions. */
    List<String> heard() {
        return frames.stream().map(frame -> inShort(Json.tree(frame.utf8()))).toList();
    }

    /** The frames themselves. */
    List<Frame> frames() {
        return frames;
    }

    void forget() {
        frames.clear();
    }

    Frame last() {
        return frames.getLast();
    }

    private static String inShort(JsonNode frame) {
        String type = frame.required("type").stringValue();
        return switch (type) {
            case "log" ->
                    type
                            + (frame.has("recovered") ? " recovered " : " ")
                            + frame.required("events").values().stream()
                                    .map(event -> event.required("version").longValue())
                                    .toList();
            case "state" -> type + " " + frame.required("event").required("version").longValue();
            case "snapshot" ->
                    type
                            + " "
                            + frame.required("version").longValue()
                            + (frame.required("recovered").booleanValue() ? " recovered" : "");
            default -> type;
        };
    }
}
