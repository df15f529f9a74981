package io.gavel.settlement.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.org",
                "a.b+gavel@mail.example.org",
                "o'neill@example.org",
                "alice@localhost"
            })
    void a_plain_address_is_taken(String address) throws AddressException {
        assertThat(Mailboxes.isAddress(address)).isTrue();
        assertThat(InternetAddress.parse(address))
                .extracting(InternetAddress::getAddress)
                .containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "@example.org",
                "alice@",
                "alice@example..org",
                "alice@example.org,bob@example.org",
                "alice@example.org\nBcc: bob@example.org",
                "alice@example.org\r",
                "Alice <alice@example.org>",
                "\"a b\"@example.org",
                "alice@[127.0.0.1]",
                "alice@exa mple.org",
                "alice(at home)@example.org",
                "älice@example.org",
                "a..b@example.org",
                ".alice@example.org",
                "alice.@example.org",
                "alice@.example.org",
                "alice@example.org.",
                "12345678901234567890123456789012345678901234567890123456789012345@example.org"
            })
    void anything_more_is_not(String address) {
        assertThat(Mailboxes.isAddress(address)).isFalse();
    }
}
