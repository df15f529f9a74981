package io.gavel.systemtests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What a client may ask over HTTP, and what it may not. */
public record OddRequests(Stage stage) {

    private static final List<String> READS =
            List.of(
                    "/api/v1/lots",
                    "/api/v1/lots",
                    "/api/v1/lots/$LOT",
                    "/api/v1/lots/$LOT/log",
                    "/api/v1/lots/$LOT/log.json",
                    "/api/v1/lots/$LOT/log.csv",
                    "/api/v1/lots/$LOT/commands",
                    "/api/v1/bids/$ID",
                    "/api/v1/bids/$ID/receipt",
                    "/api/v1/me/bids",
                    "/api/v1/me/lots",
                    "/api/v1/me/sales",
                    "/api/v1/sales/$LOT",
                    "/api/v1/sales/$LOT/documents/invoice.html",
                    "/api/v1/sales",
                    "/api/v1/sales.csv",
                    "/api/v1/attention",
                    "/api/v1/strikes",
                    "/api/v1/bidders/$LOT",
                    "/api/v1/costs",
                    "/api/v1/costs",
                    "/api/v1/system",
                    "/api/v1/sign-in",
                    "/api/v1/photos/$LOT/320.jpg",
                    "/api/v1/photos/$PHOTO/$LOT.jpg",
                    "/api/v1/photos/$PHOTO/1600.jpg",
                    "/.well-known/jwks.json",
                    "/openapi.yaml",
                    "/",
                    "/ws",
                    "/actuator/health",
                    "/nothing");

    private static final List<String> PARAMETERS =
            List.of(
                    "q",
                    "status",
                    "seller",
                    "format",
                    "closesAfter",
                    "closesBefore",
                    "currency",
                    "minPrice",
                    "maxPrice",
                    "sort",
                    "limit",
                    "cursor",
                    "after",
                    "standing",
                    "price",
                    "attention",
                    "state",
                    "odd");

    private static final List<String> COMMANDS =
            List.of(
                    "bids",
                    "buy-now",
                    "accept-price",
                    "lower-max",
                    "retract-bid",
                    "pause",
                    "resume",
                    "extend",
                    "cancel",
                    "odd");

    private static final String BODY =
            "{\"id\":\"$ID\",\"amount\":$AMOUNT,\"reason\":\"a call\",\"minutes\":1,"
                    + "\"confirmLarge\":true,\"insist\":false}";

    /** As the id of a photo looks; there is none. */
    private static final String PHOTO = "5e".repeat(32);

    private static final String VISITOR =
            "{\"user\":\"eve\",\"roles\":[\"BIDDER\"],\"suspended\":true,"
                    + "\"linkedAccounts\":[\"carol\"]}";

    private static final List<String> HEADERS =
            List.of(
                    "Accept",
                    "Accept-Language",
                    "Accept-Encoding",
                    "If-None-Match",
                    "If-Match",
                    "If-Modified-Since",
                    "Range",
                    "Last-Event-ID",
                    "Origin",
                    "Cookie",
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-HTTP-Method-Override",
                    "Content-Encoding",
                    "X-Odd",
                    "Authorization",
                    "Access-Control-Request-Method",
                    "Idempotency-Key",
                    "Sec-WebSocket-Protocol",
                    "TE",
                    "traceparent");

    private static final List<String> METHODS =
            List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "FROB");

    private static final List<String> TYPES =
            List.of(
                    "application/json; charset=utf-8",
                    "application/json;charset=utf-16",
                    "application/json; charset=nope",
                    "application/problem+json",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "text/plain",
                    "text/event-stream",
                    "*/*",
                    "json",
                    "/",
                    ";",
                    "");

    private static final List<String> SORTS =
            List.of("closing", "-closing", "newest", "price", "-price", "bids", "relevance");

    private static final List<String> PHOTO_BEGINNINGS =
            List.of(
                    "\u00ff\u00d8\u00ff\u00e0",
                    "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
                    "GIF89a",
                    "RIFF\u00ff\u00ff\0\0WEBPVP8X");

    private static final List<String> CURSOR_KEYS =
            List.of(
                    "2099-01-01T00:00:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z",
                    "-4713-01-01T00:00:00Z",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "NaN",
                    "-Infinity",
                    "1e39",
                    "");

    /** A request, and what is needed to read its answer. */
    record Asked(String method, byte[] wire) {}

    /** One request that leaves the line usable for the next. */
    Asked one(Chance chance) {
        Request request = chance.oneIn(3) ? command(chance) : read(chance);
        for (int left = chance.below(3); left > 0; left--) {
            request.with(chance.oneOf(HEADERS), chance.oneOf(Odd.HEADER));
        }
        if (!chance.oneIn(4)) {
            request.with("Authorization", "Bearer " + chance.oneOf(stage.tokens()));
        }
        byte[] wire = request.method().equals("POST") ? posted(chance, request) : request.bare();
        return new Asked(request.method(), wire);
    }

    /** One that breaks off, or whose end cannot be told; the line is of no use any more. */
    byte[] last(Chance chance) {
        byte[] right = one(chance).wire();
        String post = "POST /api/v1/lots HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        return switch (chance.below(12)) {
            case 0, 1, 2 -> Arrays.copyOf(right, chance.below(right.length));
            case 3 ->
                    Bytes.ascii(
                            post + "Content-Length: " + chance.oneOf(Odd.HEADER) + "\r\n\r\n{}");
            case 4 -> Bytes.ascii(post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
            case 5 ->
                    Bytes.ascii(
                            post + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
            case 6 ->
                    Bytes.ascii(
                            post
                                    + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    + "2\r\n{}\r\n0\r\n\r\n");
            case 7 -> Bytes.ascii("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            case 8 ->
                    Bytes.ascii(
                            "GET / HTTP/1.1\r\nHost: x\r\nX-Odd: "
                                    + "x".repeat(17_000)
                                    + "\r\n\r\n");
            case 9 -> Bytes.ascii("GET / HTTP/" + chance.oneOf(Odd.HEADER) + "\r\n\r\n");
            case 10 -> Bytes.ascii("GET /api/v1/lots?q=\u00e9 a HTTP/1.1\r\nHost: x\r\n\r\n");
            default -> chance.bytes(1 + chance.below(300));
        };
    }

    /** An event stream, which has no end. */
    byte[] stream(Chance chance) {
        Request request = new Request(stage, "GET", address(chance, "/api/v1/lots/$LOT/stream"));
        if (chance.oneIn(2)) {
            request.with("Last-Event-ID", chance.oneOf(Odd.HEADER));
        }
        return request.bare();
    }

    private Request read(Chance chance) {
        String method = chance.oneIn(10) ? chance.oneOf(METHODS) : "GET";
        return new Request(stage, method, address(chance, chance.oneOf(READS)));
    }

    private Request command(Chance chance) {
        String path =
                switch (chance.below(12)) {
                    case 0, 1, 2, 3 -> "/api/v1/lots";
                    case 4, 5 -> "/demo/token";
                    case 6 -> "/api/v1/photos";
                    default -> "/api/v1/lots/$LOT/" + chance.oneOf(COMMANDS);
                };
        return new Request(
                stage, "POST", chance.oneIn(8) ? address(chance, path) : place(chance, path));
    }

    private byte[] posted(Chance chance, Request request) {
        String type = chance.oneIn(12) ? chance.oneOf(TYPES) : "application/json";
        if (!chance.oneIn(30)) {
            request.with("Content-Type", type);
        }
        byte[] body = body(chance);
        return chance.oneIn(4) ? request.inChunks(body, chance) : request.withBody(body);
    }

    private byte[] body(Chance chance) {
        if (chance.oneIn(20)) {
            return Bytes.joined(
                    List.of(
                            chance.oneOf(PHOTO_BEGINNINGS).getBytes(StandardCharsets.ISO_8859_1),
                            chance.bytes(1 + chance.below(2_000))));
        }
        if (chance.oneIn(200)) {
            byte[] large = new byte[chance.below(200 * 1024)];
            Arrays.fill(large, (byte) ' ');
            return large;
        }
        String right =
                switch (chance.below(5)) {
                    case 0, 1 -> BODY;
                    case 2 -> VISITOR;
                    default -> chance.oneOf(stage.listings());
                };
        String filled = stage.fill(right, chance);
        return chance.oneIn(20)
                ? filled.getBytes(StandardCharsets.UTF_8)
                : Spoiler.spoiled(chance, filled);
    }

    private String address(Chance chance, String path) {
        StringBuilder address = new StringBuilder(place(chance, path));
        char mark = '?';
        for (int left = chance.below(4); left > 0; left--) {
            String name = chance.oneOf(PARAMETERS);
            String value = name.equals("cursor") ? cursor(chance) : chance.oneOf(Odd.ADDRESS);
            address.append(mark).append(name).append(chance.oneIn(20) ? "" : "=" + value);
            mark = '&';
        }
        return address.toString();
    }

    private String place(Chance chance, String path) {
        String odd = chance.oneIn(8) ? chance.oneOf(Odd.ADDRESS) : "$LOT";
        String filled = stage.fill(path.replace("$PHOTO", PHOTO).replace("$LOT", odd), chance);
        return chance.oneIn(40) ? filled + "/" + chance.oneOf(Odd.ADDRESS) : filled;
    }

    private String cursor(Chance chance) {
        if (chance.oneIn(4)) {
            return chance.oneOf(Odd.ADDRESS);
        }
        String text =
                chance.oneOf(SORTS)
                        + " "
                        + chance.oneOf(CURSOR_KEYS)
                        + " "
                        + chance.oneOf(stage.lots());
        return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "&sort="
                + text.substring(0, text.indexOf(' '));
    }
}
