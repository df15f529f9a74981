package io.gavel.bidding.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.bidding.BiddingProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class SigningKeyTest {

    /** What stands before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410). */
    private static final String PKCS8 = "302e020100300506032b657004220420";

    private static final byte[] RFC_8037_KEY =
            Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");

    @TempDir Path folder;

    @Test
    void the_key_of_rfc_8037_has_its_public_half_and_thumbprint() {
        VerificationKey verification = rfc8037().verification();

        assertThat(verification.x()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(verification.kid()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void the_signature_of_rfc_8037_comes_out() {
        byte[] payload = "Example of Ed25519 signing".getBytes(StandardCharsets.US_ASCII);

        assertThat(rfc8037().jws("{\"alg\":\"EdDSA\"}", payload))
                .isEqualTo(
                        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
                            + ".hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    }

    @Test
    void a_public_key_in_pem_is_the_one_that_belongs_to_the_private_one() {
        KeyFiles files = KeyFiles.in(folder, "house", "Ed25519");

        SigningKey key = SigningKey.read(new FileSystemResource(files.privatePem()));

        assertThat(VerificationKey.read(new FileSystemResource(files.publicPem())))
                .isEqualTo(key.verification());
    }

    @Test
    void a_key_that_is_wrong_is_refused_with_what_came_and_what_was_expected() {
        KeyFiles rsa = KeyFiles.in(folder, "rsa", "RSA");
        KeyFiles other = KeyFiles.in(folder, "ed448", "Ed448");
        Resource missing = new FileSystemResource(folder.resolve("none.pem"));

        assertRefused(new FileSystemResource(rsa.privatePem()), "is another kind of key");
        assertRefused(new FileSystemResource(other.privatePem()), "is another kind of key");
        assertRefused(new FileSystemResource(rsa.publicPem()), "has no PRIVATE KEY in it");
        assertRefused(missing, "cannot be read");
        assertThatThrownBy(() -> VerificationKey.read(new FileSystemResource(rsa.publicPem())))
                .hasMessageContaining("gavel.receipts.retired-keys: ")
                .hasMessageContaining("is another kind of key (expected: an Ed25519 public key");
    }

    @Test
    void a_private_key_is_never_shown() {
        KeyFiles files = KeyFiles.in(folder, "house", "Ed25519");
        String pem = KeyFiles.pem("PRIVATE KEY", files.pair().getPrivate());
        String body = pem.lines().skip(1).findFirst().orElseThrow();
        Resource mistaken = new ClassPathResource(pem);

        assertThatThrownBy(() -> SigningKey.read(mistaken))
                .hasMessageStartingWith(
                        "gavel.receipts.signing-key: a key itself, not where it is,")
                .hasMessageNotContaining(body)
                .hasNoCause();
        assertThat(new BiddingProperties.Receipts(mistaken, List.of()).toString())
                .doesNotContain(body);
        assertThat(SigningKey.read(new FileSystemResource(files.privatePem())).toString())
                .matches("SigningKey\\[kid=[\\w-]{43}]");
    }

    @Test
    void the_service_does_not_start_with_a_wrong_key() {
        KeyFiles rsa = KeyFiles.in(folder, "rsa", "RSA");
        new ApplicationContextRunner()
                .withBean(KeyRing.class)
                .withUserConfiguration(Settings.class)
                .withPropertyValues("gavel.receipts.signing-key=" + rsa.privatePem().toUri())
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .hasRootCauseInstanceOf(UnusableKey.class);
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessageContaining("openssl genpkey");
                });
    }

    @EnableConfigurationProperties(BiddingProperties.class)
    static class Settings {}

    private static void assertRefused(Resource from, String what) {
        assertThatThrownBy(() -> SigningKey.read(from))
                .isInstanceOf(UnusableKey.class)
                .hasMessageStartingWith("gavel.receipts.signing-key: ")
                .hasMessageContaining(what + " (expected: an Ed25519 private key in PKCS#8 PEM");
    }

    private static SigningKey rfc8037() {
        byte[] prefix = HexFormat.of().parseHex(PKCS8);
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + RFC_8037_KEY.length);
        System.arraycopy(RFC_8037_KEY, 0, encoded, prefix.length, RFC_8037_KEY.length);
        String pem =
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getEncoder().encodeToString(encoded)
                        + "\n-----END PRIVATE KEY-----\n";
        return SigningKey.read(new ByteArrayResource(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
