package io.gavel.settlement.sellerhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    private static final SigningSecret KNOWN =
            SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    /** The vector of the specification's own libraries. */
    @Test
    void it_signs_as_the_specification_has_it() {
        assertThat(SigningSecret.header(List.of(KNOWN), ID, AT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void while_a_secret_is_changed_both_sign() {
        SigningSecret fresh = SigningSecret.of(new byte[SigningSecret.BYTES]);

        assertThat(SigningSecret.header(List.of(fresh, KNOWN), ID, AT, BODY).split(" "))
                .hasSize(2)
                .allMatch(each -> each.matches("v1,[A-Za-z0-9+/]{43}="))
                .endsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void it_is_shown_to_its_owner_only() {
        assertThat(KNOWN.text()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(KNOWN).hasToString("(hidden)");
        assertThatThrownBy(() -> SigningSecret.parse("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .hasMessage("secret: not shown (expected: whsec_ and base64)");
    }
}
