package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.lot.LotId;
import java.io.ByteArrayOutputStream;
import java.util.List;
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
    Mono<byte[]> mySales(@RequestParam(defaultValue = "20") String limit, Authentication caller) {
        Viewer own = new Viewer(caller.getName(), false);
        return calls.inTime(
                sales.of(caller.getName(), Calls.limit(limit, MOST))
                        .map(kept -> SaleView.message(kept, own))
                        .collectList()
                        .map(SalesEndpoint::items));
    }

    /** The sales' own bytes, in a list. */
    private static byte[] items(List<byte[]> sales) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes("{\"items\":[".getBytes(UTF_8));
        for (int i = 0; i < sales.size(); i++) {
            if (i > 0) {
                json.write(',');
            }
            json.writeBytes(sales.get(i));
        }
        json.writeBytes("]}".getBytes(UTF_8));
        return json.toByteArray();
    }
}
