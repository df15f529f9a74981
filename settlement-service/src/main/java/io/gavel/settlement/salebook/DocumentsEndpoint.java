package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.document.DocumentKind;
import io.gavel.settlement.document.HtmlPaper;
import io.gavel.settlement.document.Paper;
import io.gavel.settlement.document.PdfPaper;
import io.gavel.settlement.sale.LotSale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Documents, for those they were issued to and for operators. */
@RestController
@RequestMapping("/api/v1/sales/{lot}/documents")
class DocumentsEndpoint {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    /** The page may style itself and do nothing else, whoever shows it. */
    private static final String NOTHING_ELSE =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Documents documents;
    private final Calls calls;

    /** Making a PDF is work: two at a time, and at most a hundred that wait. */
    private final Scheduler printer = Schedulers.newBoundedElastic(2, 100, "printer", 60, true);

    DocumentsEndpoint(Documents documents, Calls calls) {
        this.documents = documents;
        this.calls = calls;
    }

    @GetMapping("/{name}.html")
    Mono<ResponseEntity<byte[]>> html(
            @PathVariable String lot, @PathVariable String name, Authentication caller) {
        return document(lot, name, caller, paper -> HtmlPaper.of(paper).getBytes(UTF_8))
                .map(page ->
                        ResponseEntity.ok()
                                .contentType(HTML)
                                .header("Content-Security-Policy", NOTHING_ELSE)
                                .body(page));
    }

    @GetMapping("/{name}.pdf")
    Mono<ResponseEntity<byte[]>> pdf(
            @PathVariable String lot, @PathVariable String name, Authentication caller) {
        return document(lot, name, caller, PdfPaper::of)
                .map(file ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_PDF)
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        "inline; filename=\"" + name + ".pdf\"")
                                .body(file));
    }

    private Mono<byte[]> document(
            String lotText, String name, Authentication caller, Function<Paper, byte[]> print) {
        LotId lot = Calls.lot(lotText);
        DocumentKind kind = Calls.given(() -> DocumentKind.ofName(name), "");
        Viewer viewer = Viewer.of(caller);
        return calls.inTime(
                calls.visible(lot, viewer)
                        .flatMap(kept ->
                                documents
                                        .find(lot, kind, kind.number(name))
                                        .filter(issued -> maySee(viewer, issued))
                                        .mapNotNull(issued -> paper(kept, issued)))
                        .switchIfEmpty(Mono.error(() -> Calls.notThere("no such document")))
                        .publishOn(printer)
                        .map(print));
    }

    private static boolean maySee(Viewer viewer, Documents.Issued issued) {
        return viewer.isOperator() || issued.to().value().equals(viewer.account());
    }

    /** The document; null of a sale from before they were kept. */
    static @Nullable Paper paper(KeptSale kept, Documents.Issued issued) {
        LotSale sale = kept.sale();
        return sale == null
                ? null
                : Paper.of(
                        new Paper.Head(
                                issued.kind(),
                                issued.number(),
                                issued.to(),
                                issued.at(),
                                issued.corrects()),
                        sale.lot(),
                        issued.demand());
    }
}
