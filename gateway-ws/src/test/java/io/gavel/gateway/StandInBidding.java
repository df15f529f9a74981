package io.gavel.gateway;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.PhotoId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Answers reads in the place of the bidding service, which is another process. */
public final class StandInBidding {

    private final Map<LotId, TestLot> lots = new ConcurrentHashMap<>();
    private final Map<LotId, Consumer<TestLot>> beforeLog = new ConcurrentHashMap<>();
    private final Map<LotId, Consumer<TestLot>> afterLog = new ConcurrentHashMap<>();
    private final Set<PhotoId> photos = ConcurrentHashMap.newKeySet();
    private final AtomicInteger logReads = new AtomicInteger();
    private final DisposableServer server =
            HttpServer.create()
                    .host("localhost")
                    .route(routes ->
                            routes.get("/api/v1/lots/{id}", this::lot)
                                    .get("/api/v1/lots/{id}/log", this::log)
                                    .get("/api/v1/lots/{id}/log.csv", StandInBidding::file)
                                    .get("/api/v1/lots/{id}/log.json", StandInBidding::file)
                                    .get("/api/v1/lots/{id}/commands", StandInBidding::me)
                                    .get("/api/v1/bids/{id}/receipt", StandInBidding::me)
                                    .get("/.well-known/jwks.json", StandInBidding::file)
                                    .post("/api/v1/photos", StandInBidding::photo)
                                    .get("/api/v1/photos", this::photosThere)
                                    .get("/api/v1/photos/{id}/320.jpg", StandInBidding::print)
                                    .get("/api/v1/me/bids", StandInBidding::me)
                                    .get("/api/v1/me/lots", (_, _) -> Mono.never()))
                    .bindNow();

    public String url() {
        return "http://localhost:" + server.port();
    }

    public TestLot listed() {
        return listed(new TestLot());
    }

    /** The lot is committed, with its first event. */
    public TestLot listed(TestLot lot) {
        lot.append("listed");
        lots.put(lot.id(), lot);
        return lot;
    }

    /** Makes a lot known under an id that the gateway chose. */
    public void know(LotId id, TestLot lot) {
        lots.put(id, lot);
    }

    /**
     * Does something each time before the lot's log is read, to make races happen; an {@link
     * IllegalStateException} makes the reading fail.
     */
    public void beforeLog(LotId lot, Consumer<TestLot> action) {
        beforeLog.put(lot, action);
    }

    /** Does something each time after the lot's log was read, before that is answered. */
    public void afterLog(LotId lot, Consumer<TestLot> action) {
        afterLog.put(lot, action);
    }

    public int logReads() {
        return logReads.get();
    }

    void stop() {
        server.disposeNow();
    }

    private Mono<Void> lot(HttpServerRequest request, HttpServerResponse response) {
        TestLot lot = find(request);
        if (lot == null) {
            return response.sendNotFound();
        }
        String etag = "\"" + lot.version() + "\"";
        if (etag.equals(request.requestHeaders().get("If-None-Match"))) {
            return response.status(304).header("ETag", etag).send();
        }
        return response.header("Content-Type", "application/json")
                .header("ETag", etag)
                .sendByteArray(Mono.just(lot.json()))
                .then();
    }

    private Mono<Void> log(HttpServerRequest request, HttpServerResponse response) {
        TestLot lot = find(request);
        if (lot == null) {
            return response.sendNotFound();
        }
        logReads.incrementAndGet();
        try {
            beforeLog.getOrDefault(lot.id(), _ -> {}).accept(lot);
        } catch (IllegalStateException e) {
            return response.status(500).send();
        }
        var query = UriComponentsBuilder.fromUriString(request.uri()).build().getQueryParams();
        long after = Long.parseLong(String.valueOf(query.getFirst("after")));
        int limit = Integer.parseInt(String.valueOf(query.getFirst("limit")));
        byte[] lines = lot.lines(after, limit);
        afterLog.getOrDefault(lot.id(), _ -> {}).accept(lot);
        return response.header("Content-Type", "application/x-ndjson")
                .sendByteArray(Mono.just(lines))
                .then();
    }

    /** Makes a photo known. */
    public void know(PhotoId photo) {
        photos.add(photo);
    }

    private static Mono<Void> photo(HttpServerRequest request, HttpServerResponse response) {
        String token = request.requestHeaders().get("Authorization");
        return request.receive()
                .aggregate()
                .asByteArray()
                .flatMap(body ->
                        response.status(201)
                                .header("Location", "/api/v1/photos/x/1600.jpg")
                                .sendString(Mono.just(body.length + " bytes, " + token))
                                .then());
    }

    private Mono<Void> photosThere(HttpServerRequest request, HttpServerResponse response) {
        String there =
                photos.stream()
                        .filter(photo -> request.uri().contains(photo.hex()))
                        .map(photo -> "\"" + photo + "\"")
                        .collect(Collectors.joining(",", "{\"photos\":[", "]}"));
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just(there))
                .then();
    }

    private static Mono<Void> print(HttpServerRequest request, HttpServerResponse response) {
        response.header("ETag", "\"x-320\"")
                .header("Cache-Control", "max-age=31536000, public, immutable");
        return "\"x-320\"".equals(request.requestHeaders().get("If-None-Match"))
                ? response.status(304).send()
                : response.header("Content-Type", "image/jpeg")
                        .sendString(Mono.just("a picture"))
                        .then();
    }

    private static Mono<Void> me(HttpServerRequest request, HttpServerResponse response) {
        String seen = request.uri() + " " + request.requestHeaders().get("Authorization");
        return response.status(418)
                .header("Content-Type", "text/plain")
                .sendString(Mono.just(seen))
                .then();
    }

    private static Mono<Void> file(HttpServerRequest request, HttpServerResponse response) {
        return response.header("Content-Type", "text/csv")
                .header("Content-Disposition", "attachment; filename=\"log\"")
                .header("Link", "<" + request.uri() + "&cursor=x>; rel=\"next\"")
                .header("X-Internal", "not for clients")
                .sendString(Mono.just(request.uri()))
                .then();
    }

    private @Nullable TestLot find(HttpServerRequest request) {
        return lots.get(LotId.parse(String.valueOf(request.param("id"))));
    }
}
