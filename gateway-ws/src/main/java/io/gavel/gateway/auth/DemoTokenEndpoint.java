package io.gavel.gateway.auth;

import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.problem.Problems;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Gives anybody a token in any name; there only in demo mode. */
@RestController
@ConditionalOnProperty("gavel.demo.signing-key")
class DemoTokenEndpoint {

    private static final List<String> ROLES = List.of("BIDDER", "SELLER", "OPERATOR");

    private final TokenIssuer issuer;
    private final Clock clock;

    DemoTokenEndpoint(GatewayProperties properties, Clock clock) {
        Resource key = Objects.requireNonNull(properties.demo().signingKey());
        this.issuer = TokenIssuer.with(key, properties.demo().tokenLifetime());
        this.clock = clock;
    }

    /** The answer. */
    record DemoToken(String token, AccountId account, List<String> roles) {
        @Override
        public String toString() {
            return "DemoToken[account=" + account + "]";
        }
    }

    @PostMapping(
            path = "/demo/token",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] token(@RequestBody byte[] body) {
        Fields fields = new Fields(Json.tree(body));
        AccountId account =
                fields.require("user")
                        .read(
                                "user",
                                "an account",
                                node -> node.isString() ? new AccountId(node.stringValue()) : null);
        List<String> roles =
                fields.require("roles").read("roles", "some of " + ROLES, DemoTokenEndpoint::roles);
        boolean suspended = fields.flag("suspended");
        List<AccountId> linked =
                fields.read(
                        "linkedAccounts",
                        "at most " + Listing.MAX_LINKED_ACCOUNTS + " accounts",
                        DemoTokenEndpoint::accounts);
        if (account == null || roles == null || !fields.problems().isEmpty()) {
            throw Problems.invalid(fields.problems());
        }
        String token =
                issuer.sign(
                        account,
                        roles,
                        suspended,
                        Objects.requireNonNullElse(linked, List.of()),
                        clock.instant());
        return Json.bytes(new DemoToken(token, account, roles));
    }

    private static @Nullable List<AccountId> accounts(JsonNode node) {
        if (!node.isArray() || node.size() > Listing.MAX_LINKED_ACCOUNTS) {
            return null;
        }
        return node.values().stream()
                .map(each -> new AccountId(each.isString() ? each.stringValue() : ""))
                .toList();
    }

    private static @Nullable List<String> roles(JsonNode node) {
        List<String> asked =
                node.values().stream()
                        .map(role -> role.isString() ? role.stringValue() : "")
                        .toList();
        boolean known = node.isArray() && !asked.isEmpty() && ROLES.containsAll(asked);
        return known ? ROLES.stream().filter(asked::contains).toList() : null;
    }
}
