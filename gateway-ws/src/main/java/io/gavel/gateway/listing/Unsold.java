package io.gavel.gateway.listing;

import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * An unsold lot that may come up again.
 *
 * @param isNoted whether its sale says already that it does
 */
record Unsold(LotId lot, AccountId seller, boolean isNoted) {

    /**
     * Reads the sale as its caller was shown it; fails with a problem unless he may list the lot
     * again, and it may come up.
     */
    static Unsold of(LotId lot, Person person, ResponseEntity<byte[]> answer) {
        JsonNode sale = shown(answer);
        AccountId seller = new AccountId(sale.required("seller").stringValue());
        if (!person.isOperator() && !person.account().equals(seller)) {
            throw Problems.of(HttpStatus.FORBIDDEN, "only its seller or an operator may do this");
        }
        String state = sale.required("state").stringValue();
        if (!state.equals("unsold")) {
            throw Problems.of(
                    HttpStatus.CONFLICT, "relist: the sale is " + state + " (expected: unsold)");
        }
        String as = sale.path("relistedAs").asString("");
        String expected = NewLot.again(lot).toString();
        if (!as.isEmpty() && !as.equals(expected)) {
            throw Problems.of(
                    HttpStatus.CONFLICT, "relist: it came up as " + as + " (expected: not yet)");
        }
        return new Unsold(lot, seller, !as.isEmpty());
    }

    private static JsonNode shown(ResponseEntity<byte[]> answer) {
        return switch (answer.getStatusCode().value()) {
            case 200 -> Json.tree(requireNonNullElse(answer.getBody(), new byte[0]));
            case 404 -> throw Problems.of(HttpStatus.NOT_FOUND, "no such sale");
            default -> throw SaleOnFile.away();
        };
    }
}
