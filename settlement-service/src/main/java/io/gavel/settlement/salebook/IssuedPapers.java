package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.document.DocumentKind;
import io.gavel.settlement.document.Paper;
import io.gavel.settlement.mail.Papers;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Documents of sales, for mail. */
@Component
class IssuedPapers implements Papers {

    private final SaleReads sales;
    private final Documents documents;

    IssuedPapers(SaleReads sales, Documents documents) {
        this.sales = sales;
        this.documents = documents;
    }

    @Override
    public Mono<Paper> issued(LotId lot, int revision, DocumentKind kind) {
        return sales.find(lot)
                .flatMap(kept ->
                        documents
                                .at(lot, revision, kind)
                                .mapNotNull(issued -> DocumentsEndpoint.paper(kept, issued)));
    }
}
