package io.gavel.settlement.sellerhook;

import io.gavel.settlement.outbox.Draft;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Which endpoints are to be told of steps of sales. */
@Component
public class SellerNews {

    private final SellerHooks hooks;

    SellerNews(SellerHooks hooks) {
        this.hooks = hooks;
    }

    /**
     * One for each endpoint that listens, unless the step left the sale in the state in which it
     * was. Read in the transaction that has written the steps.
     */
    public Flux<Draft> drafts(List<SaleTold> told) {
        return hooks.listening(told);
    }
}
