package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.answers.Problems;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What all calls have in common: what they are given, how long they take, whom they answer. */
@Component
class Calls {

    private final SaleReads sales;
    private final Duration timeout;

    Calls(SaleReads sales, SettlementProperties properties) {
        this.sales = sales;
        this.timeout = properties.databaseTimeout();
    }

    /** The sale, or an error 404: it is not there for others. */
    Mono<KeptSale> visible(LotId lot, Viewer viewer) {
        return sales.find(lot)
                .filter(viewer::maySee)
                .switchIfEmpty(Mono.error(() -> notThere("no such sale")));
    }

    <T> Mono<T> inTime(Mono<T> answer) {
        return Problems.inTime(answer, timeout, "the sales");
    }

    static LotId lot(String text) {
        return given(() -> LotId.parse(text), "lot: ");
    }

    static int limit(String text, int most) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
            throw bad("limit: " + limit + " (expected: 1 to " + most + ")");
        } catch (NumberFormatException e) {
            throw bad("limit: not a number (expected: 1 to " + most + ")");
        }
    }

    /** What was given, read; what cannot be is a bad request. */
    static <T> T given(Supplier<T> read, String name) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw bad(name + e.getMessage());
        }
    }

    static ResponseStatusException bad(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }

    static ResponseStatusException notThere(String detail) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, detail);
    }

    static ResponseStatusException conflict(String detail) {
        return new ResponseStatusException(HttpStatus.CONFLICT, detail);
    }

    static ResponseStatusException forbidden() {
        return new ResponseStatusException(
                HttpStatus.FORBIDDEN, "the account's roles do not allow this");
    }

    static void operatorsOnly(Viewer viewer) {
        if (!viewer.isOperator()) {
            throw forbidden();
        }
    }
}
