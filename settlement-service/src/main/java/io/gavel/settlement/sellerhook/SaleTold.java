package io.gavel.settlement.sellerhook;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.sale.SaleState;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a seller is told of a step of a sale of his: which sale, and what it is now. Names, amounts
 * owed and documents he fetches with his token.
 */
public record SaleTold(
        LotId lot, int revision, AccountId seller, SaleState state, Instant at, byte[] body) {

    /** Of this step. */
    public static SaleTold of(Sale sale, int revision, Instant at) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("type", SellerHook.event(sale.state())).put("timestamp", Instants.format(at));
        ObjectNode data = json.putObject("data");
        data.put("lot", sale.lot().toString())
                .put("revision", revision)
                .put("state", sale.state().word())
                .put("title", sale.title());
        if (sale.hammer() != null) {
            data.put("hammer", sale.hammer().minor());
        }
        data.put("currency", sale.currency());
        return new SaleTold(
                sale.lot(), revision, sale.seller(), sale.state(), at, Json.bytes(json));
    }

    String event() {
        return SellerHook.event(state);
    }
}
