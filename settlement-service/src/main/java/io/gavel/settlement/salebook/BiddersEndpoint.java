package io.gavel.settlement.salebook;

import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.settlement.standing.Ruling;
import io.gavel.settlement.standing.Rulings;
import io.gavel.settlement.standing.StandingSteps;
import io.gavel.settlement.standing.Standings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How bidders stand with the house, and what operators rule about them. For operators only. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class BiddersEndpoint {

    private static final int MOST = 100;

    record Reason(@Nullable String reason) {}

    private final Standings standings;
    private final StandingSteps steps;
    private final Rulings rulings;
    private final Calls calls;

    BiddersEndpoint(Standings standings, StandingSteps steps, Rulings rulings, Calls calls) {
        this.standings = standings;
        this.steps = steps;
        this.rulings = rulings;
        this.calls = calls;
    }

    @GetMapping("/strikes")
    Mono<byte[]> strikes(@RequestParam(defaultValue = "20") String limit, Authentication caller) {
        Calls.operatorsOnly(Viewer.of(caller));
        return calls.inTime(
                standings
                        .byStrikes(Calls.limit(limit, MOST))
                        .collectList()
                        .map(BiddersEndpoint::listed));
    }

    @GetMapping("/bidders/{account}")
    Mono<byte[]> bidder(@PathVariable String account, Authentication caller) {
        Calls.operatorsOnly(Viewer.of(caller));
        return calls.inTime(shown(account(account)));
    }

    @PostMapping("/bidders/{account}/suspend")
    Mono<byte[]> suspend(
            @PathVariable String account,
            @RequestHeader(name = SaleActions.KEY, required = false) @Nullable String key,
            @RequestBody Reason given,
            Authentication caller) {
        return rule(Ruling.SUSPEND, account, key, given, caller);
    }

    @PostMapping("/bidders/{account}/reinstate")
    Mono<byte[]> reinstate(
            @PathVariable String account,
            @RequestHeader(name = SaleActions.KEY, required = false) @Nullable String key,
            @RequestBody Reason given,
            Authentication caller) {
        return rule(Ruling.REINSTATE, account, key, given, caller);
    }

    private Mono<byte[]> rule(
            Ruling ruling,
            String accountText,
            @Nullable String keyText,
            Reason given,
            Authentication caller) {
        Calls.operatorsOnly(Viewer.of(caller));
        AccountId account = account(accountText);
        String key = SaleActions.key(keyText);
        String reason = SaleActions.note("reason", given.reason());
        return calls.inTime(
                rulings.take(account, ruling, key, caller.getName(), reason)
                        .flatMap(taken ->
                                taken
                                        ? shown(account)
                                        : Mono.error(
                                                Calls.conflict(
                                                        "key: "
                                                                + key
                                                                + " (expected: one that was not"
                                                                + " used before)"))));
    }

    private Mono<byte[]> shown(AccountId account) {
        return Mono.zip(
                standings.find(account), steps.of(account).collectList(), BiddersEndpoint::view);
    }

    private static AccountId account(String text) {
        return Calls.given(() -> new AccountId(text), "account: ");
    }

    private static byte[] view(BidderStanding standing, List<StandingSteps.Past> past) {
        ObjectNode view = Json.tree(Json.bytes(standing)).asObject();
        ArrayNode history = view.putArray("history");
        for (StandingSteps.Past step : past) {
            history.addObject()
                    .put("version", step.version())
                    .put("at", Instants.format(step.at()))
                    .put("what", step.what())
                    .put("actor", step.actor())
                    .put("note", step.note())
                    .put("suspended", step.suspended());
        }
        return Json.bytes(view);
    }

    private static byte[] listed(List<Standings.Listed> all) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (Standings.Listed each : all) {
            items.addObject()
                    .put("account", each.standing().account().value())
                    .put("strikes", each.standing().strikes())
                    .put("suspended", each.standing().suspended())
                    .put("last", Instants.format(each.changedAt()));
        }
        return Json.bytes(answer);
    }
}
