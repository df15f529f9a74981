package io.gavel.settlement.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
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

class StripeWebhooksTest {

    private static final String SECRET = "whsec_test";
    private static final long SENT = 1_800_000_000;
    private static final String BODY = event("payment_intent.succeeded", "lot/0/0");

    @Test
    void saysWhichPaymentItIsAbout() throws Exception {
        assertThat(read(BODY, signature(BODY), SENT))
                .isEqualTo(new Reading.About("evt_1", new PaymentKey("lot/0/0")));
    }

    @Test
    void saysWhichRefundItIsAbout() throws Exception {
        String body = event("refund.updated", "refund/lot/0/0/0");

        assertThat(read(body, signature(body), SENT))
                .isEqualTo(new Reading.About("evt_1", new PaymentKey("refund/lot/0/0/0")));
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "-301, false", "300, true", "301, false"})
    void theTimeMayBeFiveMinutesOff(long seconds, boolean good) throws Exception {
        Reading reading = read(BODY, signature(BODY), SENT + seconds);

        assertThat(reading instanceof Reading.About).isEqualTo(good);
        assertThat(reading instanceof Reading.Forged).isNotEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t=1800000000,v1=00", "t=,v1=", "v1=00", "", "t=99999999999999,v1=0"})
    void anotherSignatureIsForged(String signature) {
        assertThat(read(BODY, signature, SENT)).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void anotherBodyIsForged() throws Exception {
        assertThat(read(BODY.replace("lot", "top"), signature(BODY), SENT))
                .isInstanceOf(Reading.Forged.class);
    }

    @ParameterizedTest
    @CsvSource({"customer.created, lot/0/0", "payment_intent.succeeded, not a key"})
    void whatIsSignedAndOfNoConcernIsNothing(String type, String key) throws Exception {
        String body = event(type, key);

        assertThat(read(body, signature(body), SENT)).isInstanceOf(Reading.Nothing.class);
    }

    private static Reading read(String body, String signature, long now) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Stripe-Signature", signature);
        return new StripeWebhooks(
                        new Secret(SECRET),
                        Duration.ofMinutes(5),
                        InstantSource.fixed(Instant.ofEpochSecond(now)))
                .read(headers, body.getBytes(UTF_8));
    }

    private static String signature(String body) throws Exception {
        return Webhook.Signature.generateSignatureHeader(body, SECRET, SENT);
    }

    /** Of an API version that this library was not made for, as happens. */
    private static String event(String type, String key) {
        return """
        {"id":"evt_1","object":"event","api_version":"2019-01-01","type":"%s","data":{"object":
        {"id":"pi_1","object":"payment_intent","metadata":{"gavel_key":"%s"}}}}
        """
                .formatted(type, key);
    }
}
