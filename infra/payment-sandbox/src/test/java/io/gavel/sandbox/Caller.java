package io.gavel.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Somebody who charges. */
record Caller(HttpClient http, URI base, String apiKey) {

    HttpResponse<String> charge(String key, String payer, long amount) throws Exception {
        return send(
                request("/v1/charges")
                        .header("Idempotency-Key", key)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        """
                                        {"lot":"l","payer":"%s","amount":%d,"currency":"EUR"}
                                        """
                                                .formatted(payer, amount))));
    }

    HttpResponse<String> refund(String key, String charge, long amount) throws Exception {
        return send(
                request("/v1/refunds")
                        .header("Idempotency-Key", key)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        """
                                        {"lot":"l","payer":"a","amount":%d,"currency":"EUR",
                                         "charge":"%s"}
                                        """
                                                .formatted(amount, charge))));
    }

    HttpResponse<String> find(String key) throws Exception {
        return send(request("/v1/charges?key=" + URLEncoder.encode(key, UTF_8)).GET());
    }

    HttpResponse<String> order(String path, String body) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + apiKey);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body().getBytes(UTF_8));
    }
}
