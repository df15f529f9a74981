package io.gavel.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Serves one lot as Gavel does, three lines a page whatever the limit. */
final class StandInHouse implements AutoCloseable {

    static final String OPERATOR = "operators-token";

    private static final int PAGE = 3;

    private final HttpServer server;
    private final Map<String, Integer> asked = new TreeMap<>();
    private boolean demo = true;
    private String keys = "{\"keys\":[]}";

    StandInHouse(List<String> commands, List<String> log) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String lot = "/api/v1/lots/" + Afternoon.LOT;
        List<String> numbered =
                IntStream.range(0, commands.size())
                        .mapToObj(
                                i -> commands.get(i).replaceFirst("\\{", "{\"offset\":" + i + ","))
                        .toList();
        on(lot + "/log", exchange -> answer(exchange, 200, page(log, "version", exchange)));
        on(
                lot + "/commands",
                exchange ->
                        answer(
                                exchange,
                                isOperator(exchange) ? 200 : 403,
                                isOperator(exchange) ? page(numbered, "offset", exchange) : ""));
        on(
                "/demo/token",
                exchange ->
                        answer(
                                exchange,
                                demo ? 200 : 404,
                                demo ? "{\"token\":\"" + OPERATOR + "\"}" : "no demo"));
        on("/.well-known/jwks.json", exchange -> answer(exchange, 200, keys));
        on("/", exchange -> answer(exchange, 404, "{\"detail\":\"no such lot\"}"));
        server.start();
    }

    StandInHouse withoutDemo() {
        demo = false;
        return this;
    }

    StandInHouse publishing(String jwks) {
        keys = jwks;
        return this;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How often a path was asked for. */
    int asked(String path) {
        return asked.getOrDefault(path, 0);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Answer answer) {
        server.createContext(
                path,
                exchange -> {
                    asked.merge(path, 1, Integer::sum);
                    exchange.getRequestBody().readAllBytes();
                    answer.to(exchange);
                });
    }

    private static boolean isOperator(HttpExchange exchange) {
        return ("Bearer " + OPERATOR)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static String page(List<String> lines, String place, HttpExchange exchange) {
        long after =
                Stream.of(exchange.getRequestURI().getQuery().split("&"))
                        .filter(each -> each.startsWith("after="))
                        .mapToLong(each -> Long.parseLong(each.substring(6)))
                        .findFirst()
                        .orElse(-1);
        ToLongFunction<String> placeOf =
                line -> Json.tree(line.getBytes(UTF_8)).get(place).longValue();
        return lines.stream()
                .filter(line -> placeOf.applyAsLong(line) > after)
                .limit(PAGE)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
