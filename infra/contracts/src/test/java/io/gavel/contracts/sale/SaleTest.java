package io.gavel.contracts.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.Examples;
import io.gavel.contracts.Golden;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SaleTest {

    private static final AccountId CAROL = new AccountId("carol");

    private static final Map<String, Sale> SALES =
            Map.of(
                    "sale-awaiting-payment",
                    new Sale(
                            Examples.LOT,
                            19,
                            Examples.LISTING.title(),
                            CloseOutcome.SOLD,
                            SaleState.AWAITING_PAYMENT,
                            new Money(20_500),
                            Examples.PADDLE,
                            "EUR",
                            Examples.AT,
                            Examples.ALICE,
                            Examples.BOB),
                    "sale-offered",
                    underbidders(
                            SaleState.OFFERED,
                            null,
                            new SaleOffer(
                                    CAROL, new Money(19_900), Examples.AT.plusSeconds(86_400))),
                    "sale-sold-by-offer",
                    underbidders(
                            SaleState.SOLD_BY_OFFER,
                            CAROL,
                            new SaleOffer(CAROL, new Money(19_900), null)),
                    "sale-unsold",
                    noSale(CloseOutcome.UNSOLD, SaleState.UNSOLD),
                    "sale-cancelled",
                    noSale(CloseOutcome.CANCELLED, SaleState.CANCELLED));

    static Stream<String> names() {
        return SALES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSaleIsWrittenAsItsGoldenFileAndReadBack(String name) {
        Sale sale = SALES.get(name);

        Golden.requireSame(name, Json.bytes(sale));

        assertThat(Json.read(Golden.bytes(name), Sale.class)).isEqualTo(sale);
    }

    private static Sale underbidders(SaleState state, @Nullable AccountId buyer, SaleOffer offer) {
        return new Sale(
                Examples.LOT,
                19,
                Examples.LISTING.title(),
                CloseOutcome.SOLD,
                state,
                new Money(20_500),
                Examples.PADDLE,
                "EUR",
                Examples.AT,
                buyer,
                Examples.BOB,
                offer);
    }

    private static Sale noSale(CloseOutcome outcome, SaleState state) {
        return new Sale(
                Examples.LOT,
                3,
                Examples.LISTING.title(),
                outcome,
                state,
                null,
                null,
                "EUR",
                Examples.AT,
                null,
                Examples.BOB);
    }
}
