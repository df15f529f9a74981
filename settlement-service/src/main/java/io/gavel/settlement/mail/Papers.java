package io.gavel.settlement.mail;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.document.DocumentKind;
import io.gavel.settlement.document.Paper;
import reactor.core.publisher.Mono;

/** Documents that go with mail. */
public interface Papers {

    /** What was issued at this revision of the lot's sale; empty if nothing of the kind was. */
    Mono<Paper> issued(LotId lot, int revision, DocumentKind kind);
}
