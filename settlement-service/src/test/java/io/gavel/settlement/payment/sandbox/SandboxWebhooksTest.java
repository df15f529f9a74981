package io.gavel.settlement.payment.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.Secret;
import io.gavel.settlement.payment.WebhookReader.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class SandboxWebhooksTest {

    /** The example of the Standard Webhooks specification. */
    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final long SENT = 1614265330;

    @Test
    void knowsTheExampleOfTheSpecification() {
        assertThat(read(BODY, SIGNATURE, SENT)).isInstanceOf(Reading.Nothing.class);
    }

    @Test
    void oneGoodSignatureOfSeveralIsEnough() {
        assertThat(read(BODY, "v1,AAAA " + SIGNATURE, SENT)).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1,AAAA", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1"})
    void anotherSignatureIsForged(String signature) {
        assertThat(read(BODY, signature, SENT)).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void anotherBodyIsForged() {
        assertThat(read(BODY + " ", SIGNATURE, SENT)).isInstanceOf(Reading.Forged.class);
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "-301, false", "300, true", "301, false"})
    void theTimeMayBeFiveMinutesOff(long seconds, boolean good) {
        Reading reading = read(BODY, SIGNATURE, SENT + seconds);

        assertThat(reading instanceof Reading.Nothing).isEqualTo(good);
        assertThat(reading instanceof Reading.Forged).isNotEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void withoutAHeaderItIsForged(String header) {
        HttpHeaders headers = headers(SIGNATURE);
        headers.remove(header);

        assertThat(webhooks(SENT).read(headers, BODY.getBytes(UTF_8)))
                .isInstanceOf(Reading.Forged.class);
    }

    @Test
    void aTimeThatIsNoNumberIsForged() {
        HttpHeaders headers = headers(SIGNATURE);
        headers.set("webhook-timestamp", "99999999999999999999");

        assertThat(webhooks(SENT).read(headers, BODY.getBytes(UTF_8)))
                .isInstanceOf(Reading.Forged.class);
    }

    @Test
    void saysWhichPaymentItIsAbout() {
        String body = "{\"type\":\"charge.succeeded\",\"data\":{\"key\":\"lot/0/0\"}}";
        HttpHeaders headers = SignedWebhook.headers(OnStage.WEBHOOK_SECRET, "msg_1", SENT, body);

        assertThat(
                        new SandboxWebhooks(
                                        OnStage.WEBHOOK_SECRET,
                                        Duration.ofMinutes(5),
                                        InstantSource.fixed(Instant.ofEpochSecond(SENT)))
                                .read(headers, body.getBytes(UTF_8)))
                .isEqualTo(new Reading.About("msg_1", new PaymentKey("lot/0/0")));
    }

    @Test
    void aSecretOfAnotherFormIsRefusedAndNotShown() {
        assertThatThrownBy(() ->
                        new SandboxWebhooks(
                                new Secret("hush"), Duration.ofMinutes(5), InstantSource.system()))
                .hasMessageContaining("expected: whsec_")
                .hasMessageNotContaining("hush");
    }

    private static Reading read(String body, String signature, long now) {
        return webhooks(now).read(headers(signature), body.getBytes(UTF_8));
    }

    private static SandboxWebhooks webhooks(long now) {
        return new SandboxWebhooks(
                SECRET, Duration.ofMinutes(5), InstantSource.fixed(Instant.ofEpochSecond(now)));
    }

    private static HttpHeaders headers(String signature) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek");
        headers.set("webhook-timestamp", Long.toString(SENT));
        headers.set("webhook-signature", signature);
        return headers;
    }
}
