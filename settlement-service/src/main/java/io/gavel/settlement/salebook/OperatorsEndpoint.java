package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The operators' view: sales by state or in need of attention, also as a table. */
@RestController
@RequestMapping("/api/v1")
class OperatorsEndpoint {

    private static final int MOST = 100;
    private static final int MOST_ROWS = 10_000;
    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);

    private final SaleReads sales;
    private final Calls calls;

    OperatorsEndpoint(SaleReads sales, Calls calls) {
        this.sales = sales;
        this.calls = calls;
    }

    @GetMapping(path = "/sales", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String attention,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") String limit,
            Authentication caller) {
        Viewer viewer = Viewer.of(caller);
        Calls.operatorsOnly(viewer);
        SaleQuery query = query(state, attention, cursor, Calls.limit(limit, MOST));
        return calls.inTime(
                sales.page(query)
                        .collectList()
                        .map(page -> SalePage.of(page, query.limit(), viewer)));
    }

    @GetMapping("/sales.csv")
    Mono<ResponseEntity<byte[]>> table(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String attention,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + MOST_ROWS) String limit,
            Authentication caller) {
        Calls.operatorsOnly(Viewer.of(caller));
        SaleQuery query = query(state, attention, cursor, Calls.limit(limit, MOST_ROWS));
        return calls.inTime(sales.page(query).collectList().map(page -> table(page, query)));
    }

    /** A table that is full says where the rest is, if there is any. */
    private static ResponseEntity<byte[]> table(List<SaleReads.Placed> page, SaleQuery query) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"sales.csv\"");
        if (page.size() == query.limit()) {
            answer.header(HttpHeaders.LINK, "<" + next(query, page.getLast()) + ">; rel=\"next\"");
        }
        return answer.body(
                page.stream()
                        .map(SaleRow::of)
                        .collect(Collectors.joining("", SaleRow.HEADER, ""))
                        .getBytes(UTF_8));
    }

    private static String next(SaleQuery query, SaleReads.Placed last) {
        return "/api/v1/sales.csv?limit="
                + query.limit()
                + (query.state() == null ? "" : "&state=" + query.state())
                + (query.attention() ? "&attention=true" : "")
                + "&cursor="
                + last.place().text();
    }

    private static SaleQuery query(
            @Nullable String state,
            @Nullable String attention,
            @Nullable String cursor,
            int limit) {
        return new SaleQuery(
                null,
                SaleQuery.state(state),
                SaleQuery.attention(attention),
                SaleQuery.Place.of(cursor),
                limit);
    }
}
