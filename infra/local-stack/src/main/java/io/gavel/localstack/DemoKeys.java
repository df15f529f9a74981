package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The keys of a stack on one machine, made on first use and kept.
 *
 * @param tokens signs and checks demo tokens
 * @param receipts signs receipts
 * @param webhooks seals the secrets of sellers' webhooks
 * @param sandboxApiKey what the payment sandbox asks for
 * @param sandboxWebhookSecret what its webhooks are signed with
 */
record DemoKeys(
        KeyPairFiles tokens,
        KeyPairFiles receipts,
        SealingKey webhooks,
        Path sandboxApiKey,
        Path sandboxWebhookSecret) {

    static DemoKeys in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new DemoKeys(
                    KeyPairFiles.in(folder, "demo", "RSA"),
                    KeyPairFiles.in(folder, "receipts", "Ed25519"),
                    SealingKey.in(folder, "webhooks"),
                    SecretFile.in(folder, "sandbox-api-key", "sk_sandbox_"),
                    SecretFile.in(folder, "sandbox-webhook-secret", "whsec_"));
        } catch (IOException e) {
            throw new StackFailure(
                    "cannot write demo keys to " + folder + ": " + e.getMessage(), e);
        }
    }
}
