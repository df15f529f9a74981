package io.gavel.settlement.telling;

import io.gavel.settlement.mail.MailProperties;
import io.gavel.settlement.outbox.Draft;
import io.gavel.settlement.outbox.Outbox;
import io.gavel.settlement.sellerhook.SaleTold;
import io.gavel.settlement.sellerhook.SellerNews;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down what is to be told of steps, in the transaction in which they are written. */
@Component
public class Telling {

    private final SellerNews sellers;
    private final Outbox outbox;
    private final boolean byMail;

    Telling(SellerNews sellers, Outbox outbox, MailProperties mail) {
        this.sellers = sellers;
        this.outbox = outbox;
        this.byMail = mail.transport() != MailProperties.Way.NONE;
    }

    /** After the steps themselves are written. */
    public Mono<Void> tell(List<SaleNews> news) {
        return sellers.drafts(news.stream().map(Telling::told).toList())
                .concatWith(Flux.fromStream(() -> letters(news)))
                .collectList()
                .flatMap(outbox::put);
    }

    private static SaleTold told(SaleNews step) {
        return SaleTold.of(step.sale().message(), step.revision(), step.at());
    }

    private Stream<Draft> letters(List<SaleNews> news) {
        return byMail
                ? news.stream()
                        .flatMap(step ->
                                Letters.of(step).stream().map(letter -> letter.draft(step.at())))
                : Stream.empty();
    }
}
