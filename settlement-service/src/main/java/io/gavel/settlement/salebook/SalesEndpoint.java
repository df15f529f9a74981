package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows a sale to those it concerns and to operators; to everybody else it is not there. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SalesEndpoint {

    private static final int MOST = 100;

    private final SaleReads sales;
    private final Turns turns;
    private final Documents documents;
    private final Calls calls;

    SalesEndpoint(SaleReads sales, Turns turns, Documents documents, Calls calls) {
        this.sales = sales;
        this.turns = turns;
        this.documents = documents;
        this.calls = calls;
    }

    @GetMapping("/sales/{lot}")
    Mono<byte[]> sale(@PathVariable String lot, Authentication caller) {
        return calls.inTime(shown(Calls.lot(lot), Viewer.of(caller)));
    }

    /** The sale as the viewer may see it; an error 404 where he may not. */
    Mono<byte[]> shown(LotId lot, Viewer viewer) {
        return calls.visible(lot, viewer)
                .flatMap(kept ->
                        Mono.zip(
                                turns.of(lot).collectList(),
                                documents.of(lot).collectList(),
                                (past, issued) -> SaleView.whole(kept, viewer, past, issued)));
    }

    @GetMapping("/me/sales")
    Mono<byte[]> mySales(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") String limit,
            Authentication caller) {
        Viewer own = new Viewer(caller.getName(), false);
        SaleQuery query =
                new SaleQuery(
                        new SaleQuery.Whose(own.account(), SaleQuery.Role.of(role)),
                        SaleQuery.state(state),
                        false,
                        SaleQuery.Place.of(cursor),
                        Calls.limit(limit, MOST));
        return calls.inTime(
                sales.page(query).collectList().map(page -> SalePage.of(page, query.limit(), own)));
    }
}
