package io.gavel.bidding.lots;

import io.gavel.bidding.access.Problems;
import io.gavel.bidding.paging.Parameters;
import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/lots/{id}")
class LotLogEndpoint {

    private static final int LINES = 1_000;
    private static final int MAX_LINES = 10_000;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final DataBufferFactory BUFFERS = new DefaultDataBufferFactory();

    private final Lots lots;
    private final LotLog log;
    private final CommandLog commands;

    LotLogEndpoint(Lots lots, LotLog log, CommandLog commands) {
        this.lots = lots;
        this.log = log;
        this.commands = commands;
    }

    /**
     * The log, one event a line, in its exact bytes: the SHA-256 of a line is the next line's
     * {@code prev}.
     */
    @GetMapping("/log")
    Mono<ResponseEntity<Flux<DataBuffer>>> log(
            @PathVariable String id, ServerWebExchange exchange) {
        LotId lot = LotsEndpoint.lotId(id);
        Flux<byte[]> events = events(lot, Parameters.of(exchange), LINES, MAX_LINES);
        return answer(lots.exists(lot), lot, MediaType.APPLICATION_NDJSON, lines(events));
    }

    /** The whole log as a JSON array of the events in their exact bytes. */
    @GetMapping("/log.json")
    Mono<ResponseEntity<Flux<DataBuffer>>> json(
            @PathVariable String id, ServerWebExchange exchange) {
        LotId lot = LotsEndpoint.lotId(id);
        Flux<byte[]> events = events(lot, Parameters.of(exchange), Long.MAX_VALUE, Long.MAX_VALUE);
        Flux<DataBuffer> array =
                Flux.concat(
                        Mono.fromSupplier(() -> buffer("[")),
                        events.index((i, event) -> separated(i, event)),
                        Mono.fromSupplier(() -> buffer("\n]\n")));
        return answer(lots.exists(lot), lot, MediaType.APPLICATION_JSON, array)
                .map(answer -> attached(answer, lot + "-log.json"));
    }

    /** The whole log as a table, one row an event. */
    @GetMapping("/log.csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> csv(
            @PathVariable String id, ServerWebExchange exchange) {
        LotId lot = LotsEndpoint.lotId(id);
        Flux<byte[]> events = events(lot, Parameters.of(exchange), Long.MAX_VALUE, Long.MAX_VALUE);
        Flux<DataBuffer> table =
                Flux.concat(Mono.fromSupplier(CsvRow::header), events.map(CsvRow::of))
                        .map(BUFFERS::wrap);
        return answer(lots.exists(lot), lot, CSV, table)
                .map(answer -> attached(answer, lot + "-log.csv"));
    }

    /**
     * The commands that were decided on the lot, with everybody's maxima and the reserve: for
     * operators, who re-run them with {@code ./gavel verify}.
     */
    @GetMapping("/commands")
    Mono<ResponseEntity<Flux<DataBuffer>>> commands(
            @PathVariable String id, ServerWebExchange exchange) {
        LotId lot = LotsEndpoint.lotId(id);
        Parameters asked = Parameters.of(exchange);
        long after = asked.number("after", -1, -1, Long.MAX_VALUE);
        long limit = asked.number("limit", LINES, 1, MAX_LINES);
        Flux<byte[]> lines = commands.behind(lot, after).take(limit);
        return answer(commands.knows(lot), lot, MediaType.APPLICATION_NDJSON, lines(lines))
                .map(answer -> with(HttpHeaders.CACHE_CONTROL, "no-store", answer));
    }

    private Flux<byte[]> events(LotId lot, Parameters asked, long lines, long maxLines) {
        long after = asked.number("after", 0, 0, Long.MAX_VALUE);
        long limit = asked.number("limit", lines, 1, maxLines);
        return log.behind(lot, after).take(limit);
    }

    private static Mono<ResponseEntity<Flux<DataBuffer>>> answer(
            Mono<Boolean> exists, LotId lot, MediaType type, Flux<DataBuffer> body) {
        return exists.filter(there -> there)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("lot", lot)))
                .map(_ -> ResponseEntity.ok().contentType(type).body(body));
    }

    private static <T> ResponseEntity<T> attached(ResponseEntity<T> answer, String file) {
        String attachment = ContentDisposition.attachment().filename(file).build().toString();
        return with(HttpHeaders.CONTENT_DISPOSITION, attachment, answer);
    }

    private static <T> ResponseEntity<T> with(
            String header, String value, ResponseEntity<T> answer) {
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .header(header, value)
                .body(answer.getBody());
    }

    private static Flux<DataBuffer> lines(Flux<byte[]> lines) {
        return lines.map(
                line -> BUFFERS.allocateBuffer(line.length + 1).write(line).write((byte) '\n'));
    }

    private static DataBuffer separated(long index, byte[] event) {
        byte[] before = (index == 0 ? "\n" : ",\n").getBytes(StandardCharsets.UTF_8);
        return BUFFERS.allocateBuffer(before.length + event.length).write(before).write(event);
    }

    private static DataBuffer buffer(String text) {
        return BUFFERS.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
