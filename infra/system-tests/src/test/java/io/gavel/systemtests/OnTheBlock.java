package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.testkit.HashChain;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A lot, as people do with it over HTTP and read it there. */
record OnTheBlock(Api api, String lot) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Bids and returns the decision. */
    JsonNode bid(String token, long amount) {
        return ask(token, "bids", "\"amount\":" + amount);
    }

    /**
     * Asks under a new id and returns the decision.
     *
     * @param what the last part of the path
     * @param fields of the body besides the id, or nothing
     */
    JsonNode ask(String token, String what, String fields) {
        String id = "\"id\":\"" + UUID.randomUUID() + "\"";
        String body = "{" + id + (fields.isEmpty() ? "" : "," + fields) + "}";
        Api.Answer answer = api.post("/api/v1/lots/" + lot + "/" + what, token, body);
        JsonNode decision = answer.json();
        assertThat(answer.status())
                .as("%s: %s", what, answer.text())
                .isEqualTo("accepted".equals(text(decision, "outcome")) ? 200 : 409);
        return decision;
    }

    JsonNode accepted(String token, String what, String fields) {
        JsonNode decision = ask(token, what, fields);
        assertThat(text(decision, "outcome")).as("%s: %s", what, decision).isEqualTo("accepted");
        return decision;
    }

    /** The reason why it was refused. */
    String refused(String token, String what, String fields) {
        JsonNode decision = ask(token, what, fields);
        assertThat(text(decision, "outcome")).as("%s: %s", what, decision).isEqualTo("rejected");
        return text(decision, "reason");
    }

    /** The lot as everybody sees it. */
    JsonNode now() {
        return api.get("/api/v1/lots/" + lot, null).json();
    }

    void awaitStatus(String status) {
        Awaitility.await("lot " + lot + " " + status)
                .atMost(PATIENCE)
                .until(() -> text(now(), "status").equals(status));
    }

    /** The public log; its chain is unbroken. */
    List<JsonNode> log() {
        List<byte[]> log = api.log(lot);
        HashChain.assertUnbroken(log);
        return log.stream().map(Json::tree).toList();
    }

    List<String> types() {
        return log().stream().map(event -> text(event, "type")).toList();
    }

    /** The newest event. */
    JsonNode last() {
        return log().getLast();
    }

    /** Waits for the sale and returns it, as the owner of the token may see it. */
    JsonNode sale(String token) {
        return Awaitility.await("sale of " + lot)
                .atMost(PATIENCE)
                .until(() -> api.get("/api/v1/sales/" + lot, token), it -> it.status() == 200)
                .json();
    }

    static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }

    static long number(JsonNode json, String field) {
        return json.required(field).longValue();
    }
}
