package io.gavel.verify;

import static io.gavel.verify.Afternoon.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.event.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {

    @TempDir Path folder;

    private Mint mint;
    private Path keys;
    private List<String> log;

    @BeforeEach
    void open() throws GeneralSecurityException, IOException {
        mint = Mint.fresh();
        keys = Files.writeString(folder.resolve("jwks.json"), mint.jwks());
        log = new ArrayList<>(Afternoon.whole().log());
    }

    @Test
    void a_receipt_of_the_house_is_valid_and_says_what_it_says() throws Exception {
        Checked checked = check(receipt(7));

        assertThat(checked.out()).isEqualTo("valid\n");
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.err())
                .contains("\"outcome\":\"rejected\",\"reason\":\"too-low\"")
                .contains("version 7, hash " + hash(7))
                .contains("issued at 2026-11-22T14:00:00.000Z");
    }

    @Test
    void white_space_around_it_does_not_count() throws Exception {
        assertThat(check("\n " + receipt(7) + "\r\n").out()).isEqualTo("valid\n");
    }

    @Test
    void the_keys_of_the_house_are_fetched_from_it() throws Exception {
        try (StandInHouse house = new StandInHouse(List.of(), log).publishing(mint.jwks())) {
            String elsewhere = house.url() + "/.well-known/jwks.json";

            assertThat(
                            Checked.verifyInput(receipt(7), "--receipt", "-", "--url", house.url())
                                    .out())
                    .isEqualTo("valid\n");
            assertThat(Checked.verifyInput(receipt(7), "--receipt", "-", "--keys", elsewhere).out())
                    .isEqualTo("valid\n");
            assertThat(house.asked("/.well-known/jwks.json")).isEqualTo(2);
        }
    }

    @Test
    void no_receipt_with_any_character_changed_is_valid() throws Exception {
        String receipt = receipt(7);
        for (int i = 0; i < receipt.length(); i++) {
            char other = receipt.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = receipt.substring(0, i) + other + receipt.substring(i + 1);

            assertThat(check(tampered).out())
                    .as("character %s", i)
                    .isIn("bad_signature\n", "unknown_key\n", "malformed\n");
        }
    }

    @Test
    void another_payload_under_the_same_signature_is_bad() throws Exception {
        String[] parts = receipt(7).split("\\.");
        String[] other = receipt(8).split("\\.");

        assertFound(parts[0] + "." + other[1] + "." + parts[2], "bad_signature");
        assertFound(parts[0] + "." + parts[1] + ".", "bad_signature");
    }

    @Test
    void a_key_of_somebody_else_under_the_same_name_is_bad() throws Exception {
        assertFound(Mint.fresh().sign(Mint.HEADER, payload(7)), "bad_signature");
    }

    @Test
    void a_key_that_is_not_published_is_unknown() throws Exception {
        assertFound(mint.sign(Mint.HEADER.replace("key-1", "key-2"), payload(7)), "unknown_key");
        assertFound(mint.sign(Mint.HEADER.replace("key-1", "other"), payload(7)), "unknown_key");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"alg\":\"EdDSA\"', '\"alg\":\"none\"'",
        "'\"alg\":\"EdDSA\"', '\"alg\":\"HS256\"'",
        "gavel-receipt+jwt, JWT",
        "'{\"alg\"', '{\"crit\":[\"b64\"],\"alg\"'",
        "'{\"alg\"', '[\"alg\"'",
    })
    void another_kind_of_header_is_malformed(String part, String instead) throws Exception {
        assertFound(mint.sign(Mint.HEADER.replace(part, instead), payload(7)), "malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"decision\"', '\"other\"'",
        "'\"version\":7,\"hash', '\"version\":\"7\",\"hash'",
        "'\"hash\":\"', '\"hash\":\"0'",
        "'\"lot\":\"0', '\"lot\":\"'",
        "'{\"decision\"', '\"decision\"'",
    })
    void a_signed_payload_that_is_no_receipt_is_malformed(String part, String instead)
            throws Exception {
        assertFound(mint.sign(Mint.HEADER, payload(7).replace(part, instead)), "malformed");
    }

    @ParameterizedTest
    @CsvSource({"''", "a.b", "a.b.c.d", "'{}'", "'a b.c.d'", "*.*.*"})
    void what_is_no_jws_is_malformed(String text) {
        assertFound(text, "malformed");
    }

    @Test
    void a_receipt_stands_in_its_log() throws Exception {
        for (int version = 0; version <= log.size(); version++) {
            assertThat(inLog(receipt(version)).out()).isEqualTo("valid\n");
        }
    }

    @Test
    void a_receipt_of_another_history_is_not_in_the_log() throws Exception {
        String receipt = receipt(7);
        log.set(4, log.get(4).replace("false alarm", "false alert"));
        log = Afternoon.rechained(log);

        Checked checked = inLog(receipt);

        assertThat(checked.out()).isEqualTo("not_in_log\n");
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.err()).contains("the event of version 7 has the hash");
    }

    @Test
    void a_log_that_ends_before_it_or_is_broken_or_of_another_lot_does_not_hold_it()
            throws Exception {
        String receipt = receipt(7);
        List<String> whole = log;

        log = whole.subList(0, 6);
        assertThat(inLog(receipt).err()).contains("the log ends at version 6 (expected: 7)");
        log = new ArrayList<>(whole);
        log.remove(2);
        assertThat(inLog(receipt).err()).contains("version_gap_at 3");
        log = whole.stream().map(line -> line.replace("000000000009", "00000000000a")).toList();
        assertThat(inLog(receipt).err()).contains("malformed_at 1: lot: ");
        assertThat(inLog(receipt).out()).isEqualTo("not_in_log\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | not JSON",
                "{} | no keys (expected: {\"keys\":[…]})",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}]} | x of 3 bytes",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"*\"}]} | x is no Ed25519"
                        + " key",
            })
    void keys_that_cannot_be_used_end_with_two(String jwks, String message) throws Exception {
        Files.writeString(keys, jwks);

        Checked checked = check(receipt(7));

        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.out()).isEmpty();
        assertThat(checked.err()).startsWith("gavel verify: " + keys + ": " + message);
    }

    @Test
    void keys_that_are_not_there_end_with_two() throws Exception {
        try (StandInHouse house = new StandInHouse(List.of(), List.of())) {
            String nowhere = house.url() + "/keys";

            assertThat(Checked.verifyInput(receipt(7), "--receipt", "-", "--keys", nowhere).err())
                    .contains("/keys: 404 (expected: 200)");
        }
        assertThat(Checked.verifyInput(receipt(7), "--receipt", "-", "--keys", "/no/keys"))
                .isEqualTo(new Checked(2, "", "gavel verify: /no/keys: no such file\n"));
    }

    private void assertFound(String receipt, String word) {
        Checked checked = check(receipt);

        assertThat(checked.out()).isEqualTo(word + "\n");
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.err()).isNotBlank();
    }

    private Checked check(String receipt) {
        return Checked.verifyInput(receipt, "--receipt", "-", "--keys", keys.toString());
    }

    private Checked inLog(String receipt) throws IOException {
        Path file = Files.writeString(folder.resolve("log"), text(log));
        return Checked.verifyInput(
                receipt, "--receipt", "-", "--keys", keys.toString(), "--log", file.toString());
    }

    private String receipt(int version) throws GeneralSecurityException {
        return mint.sign(Mint.HEADER, payload(version));
    }

    private String payload(int version) {
        return "{\"decision\":{\"type\":\"decision\",\"id\":\"0197b1c2-0000-7000-9000-000000090001\","
                   + "\"lot\":\""
                + Afternoon.LOT
                + "\",\"by\":\"carol\",\"outcome\":\"rejected\",\"reason\":\"too-low\"},\"version\":"
                + version
                + ",\"hash\":\""
                + hash(version)
                + "\",\"issuedAt\":\"2026-11-22T14:00:00.000Z\"}";
    }

    private String hash(int version) {
        return version == 0
                ? Sha256.ZERO.hex()
                : Sha256.of(log.get(version - 1).getBytes(UTF_8)).hex();
    }
}
