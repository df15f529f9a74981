package io.gavel.settlement.salebook;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gavel.contracts.json.Json;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.State;
import tools.jackson.databind.json.JsonMapper;

/** A sale as text and back: nothing of it is lost. */
final class StoredSale {

    private static final JsonMapper MAPPER =
            Json.MAPPER
                    .rebuild()
                    .addMixIn(State.class, NamedState.class)
                    .changeDefaultVisibility(checker ->
                            checker.withFieldVisibility(Visibility.ANY)
                                    .withGetterVisibility(Visibility.NONE)
                                    .withIsGetterVisibility(Visibility.NONE))
                    .build();

    private StoredSale() {}

    static String write(LotSale sale) {
        return MAPPER.writeValueAsString(sale);
    }

    static LotSale read(String text) {
        return MAPPER.readValue(text, LotSale.class);
    }

    static String writeDemand(Demand demand) {
        return MAPPER.writeValueAsString(demand);
    }

    static Demand readDemand(String text) {
        return MAPPER.readValue(text, Demand.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = State.AwaitingPayment.class, name = "awaiting-payment"),
        @JsonSubTypes.Type(value = State.Paid.class, name = "paid"),
        @JsonSubTypes.Type(value = State.Defaulted.class, name = "defaulted"),
        @JsonSubTypes.Type(value = State.Offered.class, name = "offered"),
        @JsonSubTypes.Type(value = State.SoldByOffer.class, name = "sold-by-offer"),
        @JsonSubTypes.Type(value = State.Unsold.class, name = "unsold"),
        @JsonSubTypes.Type(value = State.Cancelled.class, name = "cancelled")
    })
    private interface NamedState {}
}
