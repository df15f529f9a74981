package io.gavel.settlement.sale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.SettlementProperties;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Shows a sale to buyer, seller and operators; to everybody else it is not there. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SalesEndpoint {

    private static final int MOST = 100;

    private final Sales sales;
    private final Duration timeout;

    SalesEndpoint(Sales sales, SettlementProperties properties) {
        this.sales = sales;
        this.timeout = properties.databaseTimeout();
    }

    @GetMapping("/sales/{lot}")
    Mono<byte[]> sale(@PathVariable String lot, Authentication caller) {
        return sales.find(lotId(lot))
                .filter(sale -> sale.concerns(caller.getName()) || isOperator(caller))
                .map(Sales.Kept::bytes)
                .switchIfEmpty(Mono.error(() -> problem(HttpStatus.NOT_FOUND, "no such sale")))
                .transform(this::inTime);
    }

    @GetMapping("/me/sales")
    Mono<byte[]> mySales(@RequestParam(defaultValue = "20") String limit, Authentication caller) {
        return sales.of(caller.getName(), limit(limit))
                .collectList()
                .map(SalesEndpoint::items)
                .transform(this::inTime);
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
            throw problem(
                    HttpStatus.BAD_REQUEST, "limit: " + limit + " (expected: 1 to " + MOST + ")");
        } catch (NumberFormatException e) {
            throw problem(
                    HttpStatus.BAD_REQUEST, "limit: not a number (expected: 1 to " + MOST + ")");
        }
    }

    private Mono<byte[]> inTime(Mono<byte[]> answer) {
        return answer.timeout(timeout)
                .onErrorMap(
                        failure ->
                                failure instanceof DataAccessException
                                        || failure instanceof TimeoutException,
                        failure ->
                                problem(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "the sales cannot be read now (expected: soon again)"));
    }

    private static LotId lotId(String text) {
        try {
            return LotId.parse(text);
        } catch (IllegalArgumentException e) {
            throw problem(HttpStatus.BAD_REQUEST, "lot: " + e.getMessage());
        }
    }

    private static boolean isOperator(Authentication caller) {
        return caller.getAuthorities().stream()
                .anyMatch(authority -> "ROLE_OPERATOR".equals(authority.getAuthority()));
    }

    private static ResponseStatusException problem(HttpStatus status, String detail) {
        return new ResponseStatusException(status, detail);
    }

    /** The sales' own bytes, in a list. */
    private static byte[] items(List<Sales.Kept> kept) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes("{\"items\":[".getBytes(UTF_8));
        for (int i = 0; i < kept.size(); i++) {
            if (i > 0) {
                json.write(',');
            }
            json.writeBytes(kept.get(i).bytes());
        }
        json.writeBytes("]}".getBytes(UTF_8));
        return json.toByteArray();
    }
}
