package io.gavel.settlement.sale;

import java.util.List;

/** What an input did to a sale. */
public sealed interface Step {

    record Moved(LotSale sale, List<Effect> effects) implements Step {
        public Moved {
            effects = List.copyOf(effects);
        }

        Moved(LotSale sale, Effect... effects) {
            this(sale, List.of(effects));
        }
    }

    /** It was known already, or came too early. */
    record Unchanged() implements Step {}

    /** It cannot be; {@code why} says what came and what was expected. */
    record Refused(String why) implements Step {}
}
