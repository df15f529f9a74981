package io.gavel.gateway.feed;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.upstream.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Reads lots from the bidding service. */
@Component
class HttpLotArchive implements LotArchive {

    private static final Set<String> CHANGING =
            Set.of(
                    "version",
                    "status",
                    "price",
                    "leader",
                    "next",
                    "bids",
                    "closesAt",
                    "reserve",
                    "event",
                    "outcome",
                    "hammer",
                    "winner");

    private final Upstream bidding;

    HttpLotArchive(@Qualifier("bidding") Upstream bidding) {
        this.bidding = bidding;
    }

    @Override
    public Mono<Known> lot(LotId lot) {
        return bidding.read("/api/v1/lots/" + lot)
                .filter(HttpLotArchive::isThere)
                .map(answer -> known(body(answer)));
    }

    @Override
    public Mono<List<LotEvent>> log(LotId lot, long after, int limit) {
        return bidding.read("/api/v1/lots/" + lot + "/log?after=" + after + "&limit=" + limit)
                .filter(HttpLotArchive::isThere)
                .map(answer -> lines(body(answer)))
                .defaultIfEmpty(List.of());
    }

    static Known known(byte[] json) {
        ObjectNode lot = (ObjectNode) Json.tree(json);
        long version = lot.required("version").longValue();
        return new Known(version, lot.remove(CHANGING).toString());
    }

    static List<LotEvent> lines(byte[] ndjson) {
        List<LotEvent> events = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= ndjson.length; at++) {
            if (at == ndjson.length || ndjson[at] == '\n') {
                if (at > start) {
                    byte[] line = new byte[at - start];
                    System.arraycopy(ndjson, start, line, 0, line.length);
                    events.add(LotEvent.of(line));
                }
                start = at + 1;
            }
        }
        return events;
    }

    private static boolean isThere(ResponseEntity<byte[]> answer) {
        if (answer.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return false;
        }
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new IllegalStateException(
                    "the bidding service answered "
                            + answer.getStatusCode()
                            + " (expected: 200 or 404)");
        }
        return true;
    }

    private static byte[] body(ResponseEntity<byte[]> answer) {
        byte[] body = answer.getBody();
        return body == null ? new byte[0] : body;
    }
}
