package io.gavel.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Keycloak is told, against what the services and the page ask of an issuer. */
class RealmTest {

    private static final JsonNode REALM = read();
    private static final Map<String, String> GATEWAY =
            Compose.lines("settings/sign-in-keycloak-gateway.env");
    private static final Map<String, String> ALL = Compose.lines("settings/sign-in-keycloak.env");

    private static JsonNode read() {
        try {
            return JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(Compose.text(Compose.FOLDER.resolve("keycloak/gavel-realm.json")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_page_is_a_public_client_that_proves_itself_with_pkce() {
        JsonNode page = client();
        assertThat(page.path("publicClient").asBoolean()).isTrue();
        assertThat(page.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(page.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        assertThat(page.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(page.has("secret")).isFalse();
        assertThat(page.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    }

    @Test
    void tokens_say_roles_where_services_look_for_them_and_whom_they_are_for() {
        JsonNode roles = mapper("oidc-usermodel-realm-role-mapper");
        assertThat(roles.path("claim.name").asText()).isEqualTo("roles");
        assertThat(roles.path("multivalued").asText()).isEqualTo("true");
        assertThat(roles.path("access.token.claim").asText()).isEqualTo("true");
        JsonNode audience = mapper("oidc-audience-mapper");
        assertThat(audience.path("included.custom.audience").asText())
                .isEqualTo(ALL.get("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES"));
        assertThat(audience.path("access.token.claim").asText()).isEqualTo("true");
    }

    @Test
    void the_realm_is_the_issuer() {
        String realm = "/realms/" + REALM.path("realm").asText();
        assertThat(ALL.get("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI"))
                .isEqualTo("http://localhost:8180" + realm);
        assertThat(ALL.get("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI"))
                .startsWith("http://keycloak:8080" + realm + "/");
    }

    @Test
    void there_is_somebody_in_each_role() {
        assertThat(REALM.at("/roles/realm"))
                .extracting(role -> role.path("name").asText())
                .containsExactlyInAnyOrder("BIDDER", "SELLER", "OPERATOR")
                .allSatisfy(role ->
                        assertThat(REALM.path("users"))
                                .anyMatch(user ->
                                        user.path("realmRoles")
                                                .valueStream()
                                                .anyMatch(one -> one.asText().equals(role))));
        assertThat(REALM.path("users"))
                .extracting(user -> user.path("username").asText())
                .contains("alice", "bob", "carol", "oscar");
    }

    private static JsonNode client() {
        return REALM.path("clients")
                .valueStream()
                .filter(client ->
                        client.path("clientId")
                                .asText()
                                .equals(GATEWAY.get("GAVEL_AUTH_CLIENT_ID")))
                .findAny()
                .orElseThrow();
    }

    private static JsonNode mapper(String kind) {
        return client().path("protocolMappers")
                .valueStream()
                .filter(mapper -> mapper.path("protocolMapper").asText().equals(kind))
                .findAny()
                .orElseThrow()
                .path("config");
    }
}
