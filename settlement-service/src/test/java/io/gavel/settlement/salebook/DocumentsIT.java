package io.gavel.settlement.salebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.fixture.MigratedDatabase;
import io.gavel.settlement.sale.ClosedLot;
import io.gavel.settlement.sale.SaleDecider;
import io.gavel.settlement.sale.SaleOnStage;
import io.gavel.settlement.sale.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DocumentsIT {

    private static final MigratedDatabase DATABASE = MigratedDatabase.create();
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Sales sales = new Sales(DATABASE.client());
    private final Documents documents = new Documents(DATABASE.client());
    private final TransactionalOperator transaction =
            TransactionalOperator.create(
                    new R2dbcTransactionManager(DATABASE.client().getConnectionFactory()));

    @Test
    void numbers_have_no_holes_whatever_fails_and_however_many_issue_at_once() {
        Flux.range(0, 60)
                .flatMap(i -> issue(1 + i % 3, i % 4 == 0).onErrorComplete(), 8)
                .blockLast(DEADLINE);

        List<Long> numbers =
                DATABASE.client()
                        .sql("select number from document where series = 'invoice' order by number")
                        .map(row -> row.get("number", Long.class))
                        .all()
                        .collectList()
                        .block(DEADLINE);

        assertThat(numbers).hasSize(90).isEqualTo(LongStream.rangeClosed(1, 90).boxed().toList());
    }

    /** Invoices for that many lots in one transaction, which may fail at its end. */
    private Mono<Void> issue(int lots, boolean fails) {
        List<Turn> turns = IntStream.range(0, lots).mapToObj(i -> sold()).toList();
        return sales.add(turns.stream().map(Turn::sale).toList())
                .then(Mono.defer(() -> documents.issue(turns)))
                .then(fails ? Mono.error(new IllegalStateException("a crash")) : Mono.<Void>empty())
                .as(transaction::transactional);
    }

    private static Turn sold() {
        ClosedLot closed =
                new ClosedLot(
                        new LotId(UUID.randomUUID()),
                        19,
                        SaleOnStage.NOW,
                        CloseOutcome.SOLD,
                        new Money(20_000),
                        new Paddle(1),
                        new ClosedLot.Listed(SaleOnStage.BOB, "Lamp", "EUR"),
                        new AccountId("alice"));
        Verdict.Settled settled =
                (Verdict.Settled) SaleDecider.decide(closed, SaleOnStage.around(SaleOnStage.NOW));
        return Turn.first(settled.sale(), settled.effects(), SaleOnStage.NOW);
    }
}
