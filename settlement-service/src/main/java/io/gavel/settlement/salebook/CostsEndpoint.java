package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.Money;
import io.gavel.settlement.money.Currencies;
import io.gavel.settlement.money.Tariff;
import io.gavel.settlement.sale.Terms;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells everybody what a price would cost its buyer, before there is a sale; asks no database. */
@RestController
class CostsEndpoint {

    /** For so long an answer may be shown; the terms change with a restart only. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String AMOUNT = "0 to " + Money.MAX_MINOR + " minor units";

    private final Tariff tariff;

    CostsEndpoint(Terms terms) {
        this.tariff = terms.tariff();
    }

    @GetMapping("/api/v1/costs")
    ResponseEntity<byte[]> costs(
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String price) {
        byte[] costs = Costs.of(tariff, price(price), currency(currency));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(costs);
    }

    private static Money price(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,16}")) {
            throw Calls.bad("price: " + shown(text) + " (expected: " + AMOUNT + ")");
        }
        return Calls.given(() -> new Money(Long.parseLong(text)), "price: ");
    }

    private static String currency(@Nullable String code) {
        if (code == null || !code.matches("[A-Z]{3}")) {
            throw Calls.bad(
                    "currency: " + shown(code) + " (expected: an ISO 4217 code such as EUR)");
        }
        return Calls.given(
                () -> {
                    Currencies.decimals(code);
                    return code;
                },
                "");
    }

    private static String shown(@Nullable String text) {
        return text == null ? "missing" : text;
    }
}
