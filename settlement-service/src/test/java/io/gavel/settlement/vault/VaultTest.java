package io.gavel.settlement.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.settlement.payment.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final Secret OLD = key(1, 32);
    private static final Secret NEW = key(2, 32);

    @Test
    void what_is_sealed_opens_in_its_place_only() {
        String sealed = vault(OLD).seal("a secret", "here");

        assertThat(sealed).doesNotContain("secret");
        assertThat(vault(OLD).open(sealed, "here")).isEqualTo("a secret");
        assertThatThrownBy(() -> vault(OLD).open(sealed, "there"))
                .hasMessage("none of the 1 keys opens it");
    }

    @Test
    void no_two_seals_are_alike() {
        assertThat(vault(OLD).seal("a secret", "here"))
                .isNotEqualTo(vault(OLD).seal("a secret", "here"));
    }

    @Test
    void the_first_key_seals_and_each_opens() {
        String before = vault(OLD).seal("a secret", "here");
        Vault changed = vault(NEW, OLD);

        assertThat(changed.open(before, "here")).isEqualTo("a secret");
        assertThat(vault(NEW).open(changed.seal("another", "here"), "here")).isEqualTo("another");
        assertThatThrownBy(() -> vault(NEW).open(before, "here"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_has_32_bytes_and_without_one_it_is_closed() {
        assertThatThrownBy(() -> vault(key(1, 16)))
                .hasMessage("key: 16 bytes (expected: 32 in base64)");
        assertThat(vault().isClosed()).isTrue();
        assertThatThrownBy(() -> vault().seal("a secret", "here"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Vault vault(Secret... keys) {
        return new Vault(Stream.of(keys).toList(), new SecureRandom());
    }

    private static Secret key(int first, int bytes) {
        byte[] key = new byte[bytes];
        key[0] = (byte) first;
        return Secret.of(Base64.getEncoder().encodeToString(key));
    }
}
