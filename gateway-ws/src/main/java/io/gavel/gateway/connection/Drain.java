package io.gavel.gateway.connection;

import io.gavel.contracts.frame.CloseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says goodbye to clients, a group at a time and in an order left to chance. */
final class Drain {

    private final List<Client> order;
    private final DrainPlan plan;

    Drain(Collection<Client> clients, Duration window) {
        this.order = new ArrayList<>(clients);
        Collections.shuffle(order, ThreadLocalRandom.current());
        this.plan = new DrainPlan(order.size(), window);
    }

    /** Completes when all were told, which is not yet when they are gone. */
    Mono<Void> run() {
        return Flux.range(0, plan.groups())
                .concatMap(group -> Mono.delay(DrainPlan.TICK).thenReturn(group))
                .doOnNext(group ->
                        order.subList(plan.first(group), plan.first(group + 1))
                                .forEach(this::leave))
                .then();
    }

    private void leave(Client client) {
        double chance = ThreadLocalRandom.current().nextDouble();
        client.leave(new Goodbye(CloseCode.DRAIN, plan.retryAfter(chance)));
    }
}
