package io.gavel.bidding.photos;

import io.gavel.bidding.BiddingProperties;
import io.gavel.bidding.access.Problems;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.PhotoId;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes photos from sellers, and shows them to everybody. */
@RestController
@RequestMapping("/api/v1/photos")
class PhotosEndpoint {

    private static final Duration RECEIVED_WITHIN = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PhotoStore photos;
    private final Developing developing;
    private final DataSize largest;

    PhotosEndpoint(PhotoStore photos, Developing developing, BiddingProperties properties) {
        this.photos = photos;
        this.developing = developing;
        this.largest = properties.photos().largest();
    }

    /** The body is the photo as it is; what it is said to be does not matter. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> take(Authentication caller, ServerWebExchange exchange) {
        AccountId sender = new AccountId(caller.getName());
        return developing.inPlace(
                received(exchange)
                        .filterWhen(_ -> photos.hasRoom(sender))
                        .switchIfEmpty(Mono.error(PhotosEndpoint::noRoom))
                        .flatMap(developing::develop)
                        .flatMap(developed -> kept(developed, sender)),
                passedOver(exchange).then(Mono.error(PhotosEndpoint::busy)));
    }

    /** Which of these photos a lot may be listed with. */
    @GetMapping
    Mono<ResponseEntity<byte[]>> listable(@RequestParam List<String> id) {
        if (id.size() > Listing.MAX_PHOTOS) {
            throw Problems.badRequest(
                    "id: " + id.size() + " ids (expected: at most " + Listing.MAX_PHOTOS + ")");
        }
        return photos.listable(id.stream().map(PhotosEndpoint::photoId).toList())
                .collectList()
                .map(found ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(Json.bytes(Map.of("photos", found))));
    }

    /** A photo in one size. What stands under this address never changes. */
    @GetMapping("/{id}/{size}.jpg")
    Mono<ResponseEntity<byte[]>> print(
            @PathVariable String id,
            @PathVariable String size,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String known) {
        PhotoId photo = photoId(id);
        PrintSize print =
                PrintSize.named(size)
                        .orElseThrow(() ->
                                Problems.notFound(
                                        "size: "
                                                + size
                                                + " (expected: "
                                                + Arrays.toString(Shown.SIZES)
                                                + ")"));
        String tag = "\"" + photo + "-" + print.longest() + "\"";
        if (known != null && known.contains(tag)) {
            return Mono.just(
                    ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                            .eTag(tag)
                            .cacheControl(FOR_EVER)
                            .build());
        }
        return photos.print(photo, print)
                .map(jpeg ->
                        ResponseEntity.ok()
                                .eTag(tag)
                                .cacheControl(FOR_EVER)
                                .contentType(MediaType.IMAGE_JPEG)
                                .body(jpeg))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("photo", photo)));
    }

    /** Reads it all the same: who is still sending would not see an answer. */
    private static Mono<Void> passedOver(ServerWebExchange exchange) {
        return exchange.getRequest()
                .getBody()
                .map(DataBufferUtils::release)
                .then()
                .timeout(RECEIVED_WITHIN)
                .onErrorMap(TimeoutException.class, _ -> tooSlow());
    }

    private Mono<byte[]> received(ServerWebExchange exchange) {
        return DataBufferUtils.join(
                        exchange.getRequest().getBody(), Math.toIntExact(largest.toBytes()))
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .timeout(RECEIVED_WITHIN)
                .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
                .onErrorMap(TimeoutException.class, _ -> tooSlow());
    }

    private Mono<ResponseEntity<byte[]>> kept(Developed developed, AccountId sender) {
        return switch (developed) {
            case Developed.Refused(var status, var detail) ->
                    Mono.error(Problems.of(status, detail));
            case Developed.Photo photo -> photos.keep(photo, sender).thenReturn(created(photo));
        };
    }

    private static ResponseEntity<byte[]> created(Developed.Photo photo) {
        return ResponseEntity.created(URI.create("/api/v1/photos/" + photo.id() + "/1600.jpg"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.bytes(Shown.of(photo)));
    }

    private static PhotoId photoId(String id) {
        try {
            return new PhotoId(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("photo: " + e.getMessage());
        }
    }

    private RuntimeException tooLarge() {
        return Problems.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body: too large (expected: at most " + largest.toMegabytes() + " MiB)");
    }

    private static RuntimeException tooSlow() {
        return Problems.of(
                HttpStatus.REQUEST_TIMEOUT,
                "body: not here after "
                        + RECEIVED_WITHIN.toSeconds()
                        + " s (expected: all of it by then)");
    }

    private static RuntimeException noRoom() {
        return Problems.of(
                HttpStatus.CONFLICT,
                "photos: too many of yours are in no lot (expected: fewer; list lots with them, or"
                        + " wait until old ones are removed)");
    }

    private static RuntimeException busy() {
        return Problems.comeAgain(
                HttpStatus.TOO_MANY_REQUESTS, "other photos are being worked on", RETRY);
    }
}
