package io.gavel.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class Sha256Test {

    /** FIPS 180-2, example B.1. */
    @Test
    void theHashOfAbcIsTheOneOfTheStandard() {
        assertThat(Sha256.of("abc".getBytes(UTF_8)))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theFirstEventHasSixtyFourZerosBeforeIt() {
        assertThat(Sha256.ZERO.hex()).isEqualTo("0".repeat(64));
    }

    @Test
    void aHashHas64Digits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sha256("abc"))
                .withMessage("a hash of 3 digits (expected: 64)");
    }
}
