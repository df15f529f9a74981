package io.gavel.settlement.salebook;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sales whose money needs an operator: what to do about each is in docs/settlement.md. */
@RestController
class AttentionEndpoint {

    private static final int MOST = 100;

    private final UnsettledMoney money;
    private final Calls calls;

    AttentionEndpoint(UnsettledMoney money, Calls calls) {
        this.money = money;
        this.calls = calls;
    }

    @GetMapping(path = "/api/v1/attention", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> needed(@RequestParam(defaultValue = "20") String limit, Authentication caller) {
        Calls.operatorsOnly(Viewer.of(caller));
        return calls.inTime(
                money.needed(Calls.limit(limit, MOST)).collectList().map(AttentionEndpoint::shown));
    }

    private static byte[] shown(List<UnsettledMoney.Needed> all) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (UnsettledMoney.Needed each : all) {
            items.addObject()
                    .put("lot", each.charge().key().lot().toString())
                    .put("charge", each.charge().key().toString())
                    .put("debtor", each.charge().debtor().value())
                    .put("amount", each.charge().amount().minor())
                    .put("currency", each.charge().amount().currency())
                    .put("what", each.what())
                    .put("why", each.why())
                    .put("since", Instants.format(each.since()));
        }
        return Json.bytes(answer);
    }
}
