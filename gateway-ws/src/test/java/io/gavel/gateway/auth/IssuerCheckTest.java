package io.gavel.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IssuerCheckTest {

    @Test
    void demo_mode_and_a_real_issuer_exclude_each_other() {
        assertThat(IssuerCheck.problem(true, true, false)).isPresent();
        assertThat(IssuerCheck.problem(true, true, true)).isPresent();
    }

    @Test
    void somebodys_tokens_must_be_good() {
        assertThat(IssuerCheck.problem(false, false, false)).isPresent();
        assertThat(IssuerCheck.problem(true, false, false)).isPresent();
    }

    @Test
    void demo_mode_with_its_public_key_or_an_issuer_alone_is_clear() {
        assertThat(IssuerCheck.problem(true, false, true)).isEmpty();
        assertThat(IssuerCheck.problem(false, true, false)).isEmpty();
        assertThat(IssuerCheck.problem(false, false, true)).isEmpty();
    }
}
