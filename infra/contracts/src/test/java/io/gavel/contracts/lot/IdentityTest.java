package io.gavel.contracts.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gavel.contracts.command.CommandId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    private static final String UUID = "0197b1c2-3d4e-7f50-8a61-72839405a6b7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0197b1c23d4e7f508a6172839405a6b7",
                "{0197b1c2-3d4e-7f50-8a61-72839405a6b7}",
                "0197b1c2-3d4e-7f50-8a61-72839405a6b",
                "0197b1c2-3d4e-7f50-8a61-72839405a6b78",
                "0197b1c2-3d4e-7f50-8a61-72839405a6bg",
                "0197b1c23-d4e-7f50-8a61-72839405a6b7",
                "0197b1c2-3d4e-7f50-8a61-+2839405a6b7",
                " 197b1c2-3d4e-7f50-8a61-72839405a6b7",
                "０197b1c2-3d4e-7f50-8a61-72839405a6b7"
            })
    void onlyTheCanonicalFormOfAUuidIsRead(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LotId.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> CommandId.parse(text));
    }

    @Test
    void anIdIsSpelledInLowerCaseHoweverItCame() {
        assertThat(LotId.parse(UUID.toUpperCase(java.util.Locale.ROOT))).hasToString(UUID);
        assertThat(CommandId.parse(UUID)).hasToString(UUID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alice", "7", "Zoë", "a.b_c:d@e|f+g-h", "auth0|5f7c8ec7c33c6c004bbafe82"})
    void theSubjectOfATokenIsAnAccount(String text) {
        assertThat(new AccountId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-a", ".a", "a b", "a\n", "a\0", "a/b", "a\"b", "a\\b", "<a>", "\ud800"
            })
    void anythingElseIsNoAccount(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountId(text))
                .withMessageContaining("expected: 1 to 128 letters")
                .withMessageStartingWith("not an account");
    }

    @Test
    void anAccountHasAtMost128Characters() {
        assertThat(new AccountId("a".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("a".repeat(129)));
    }

    @Test
    void paddlesCountFromOne() {
        assertThat(new Paddle(1)).hasToString("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Paddle(0))
                .withMessage("paddle: 0 (expected: >= 1)");
    }
}
