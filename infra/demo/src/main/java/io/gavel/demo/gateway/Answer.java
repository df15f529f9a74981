package io.gavel.demo.gateway;

import io.gavel.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** What a gateway answered. */
public record Answer(int status, byte[] body) {

    private static final int SHOWN = 300;

    public boolean isFine() {
        return status / 100 == 2;
    }

    public JsonNode json() {
        return Json.tree(body);
    }

    /** The status and the beginning of the body, for a log. */
    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return status + " " + text.substring(0, Math.min(SHOWN, text.length()));
    }
}
