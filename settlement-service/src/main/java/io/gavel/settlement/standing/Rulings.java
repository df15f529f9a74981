package io.gavel.settlement.standing;

import io.gavel.contracts.lot.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes what operators rule about bidders: each ruling once, whoever sends it again. */
@Component
public class Rulings {

    private static final Logger LOG = LoggerFactory.getLogger(Rulings.class);

    private final Standings standings;
    private final StandingSteps steps;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    Rulings(
            Standings standings,
            StandingSteps steps,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.standings = standings;
        this.steps = steps;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Rules, in one transaction.
     *
     * @param key the caller's own, for this account
     * @return whether it is taken, now or before; false where the key was used for another ruling
     */
    public Mono<Boolean> take(
            AccountId account, Ruling ruling, String key, String actor, String reason) {
        String inputKey = "call/" + key;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return steps.by(account, inputKey)
                .map(past -> past.isAs(actor, ruling, reason))
                .switchIfEmpty(
                        Mono.defer(() ->
                                standings
                                        .rule(account, ruling, now)
                                        .flatMap(after ->
                                                steps.add(
                                                        after, inputKey, actor, ruling, reason,
                                                        now))
                                        .doOnSuccess(
                                                done -> LOG.info("A bidder: {}", ruling.word()))
                                        .thenReturn(true)))
                .as(transaction::transactional);
    }
}
