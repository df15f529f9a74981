package io.gavel.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagePolicyTest {

    @Test
    void nobody_else_is_called_where_nobody_signs_in_elsewhere() {
        for (SignIn signIn : new SignIn[] {new SignIn.AsAnybody(), new SignIn.Nowhere()}) {
            assertThat(PagePolicy.allowing(signIn)).contains("; connect-src 'self'; ");
        }
    }

    @Test
    void the_origin_of_the_issuer_is_called_too_whatever_its_path() {
        assertThat(PagePolicy.allowing(at("https://id.example/realms/gavel")))
                .contains("; connect-src 'self' https://id.example; ")
                .contains("script-src 'self';", "default-src 'none';");
        assertThat(PagePolicy.allowing(at("http://localhost:9000")))
                .contains("; connect-src 'self' http://localhost:9000; ");
    }

    @Test
    void an_issuer_without_a_host_is_refused() {
        assertThatThrownBy(() -> at("id.example"))
                .hasMessage("issuer: id.example (expected: such as https://accounts.example.org)");
    }

    private static SignIn at(String issuer) {
        return new SignIn.AtIssuer(URI.create(issuer), "gavel-page", List.of("openid"));
    }
}
