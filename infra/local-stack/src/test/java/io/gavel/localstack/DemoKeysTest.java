package io.gavel.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoKeysTest {

    @TempDir Path folder;

    @Test
    void keysAreMadeOnceAndKept() throws Exception {
        DemoKeys first = DemoKeys.in(folder);
        String tokens = Files.readString(first.tokens().privateKey());
        String receipts = Files.readString(first.receipts().privateKey());
        String webhooks = Files.readString(first.webhooks().file());

        DemoKeys again = DemoKeys.in(folder);

        assertThat(again).isEqualTo(first);
        assertThat(again.webhooks().file()).hasContent(webhooks);
        assertThat(Base64.getDecoder().decode(webhooks)).hasSize(32);
        assertThat(again.tokens().privateKey()).hasContent(tokens);
        assertThat(again.receipts().privateKey()).hasContent(receipts);
        assertThat(tokens).isNotEqualTo(receipts);
    }

    @Test
    void anOlderFolderGetsTheKeyForReceiptsToo() throws Exception {
        DemoKeys keys = DemoKeys.in(folder);
        String tokens = Files.readString(keys.tokens().privateKey());
        Files.delete(keys.receipts().privateKey());
        Files.delete(keys.receipts().publicKey());

        DemoKeys again = DemoKeys.in(folder);

        assertThat(again.receipts().privateKey())
                .content()
                .startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(again.tokens().privateKey()).hasContent(tokens);
    }
}
