package io.gavel.settlement.sellerhook;

import io.gavel.settings.RefusedSettings;
import io.gavel.settlement.vault.Vault;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The secrets of endpoints: drawn, sealed for the database, opened for signing. */
@Component
class HookSecrets {

    private final SecureRandom random = new SecureRandom();
    private final Vault vault;

    HookSecrets(SellerHookProperties properties) {
        this.vault =
                RefusedSettings.unless(
                        "gavel.webhook.keys", () -> new Vault(properties.keys(), random));
    }

    /** Without a key there is nothing to seal with. */
    boolean areOff() {
        return vault.isClosed();
    }

    SigningSecret draw() {
        byte[] drawn = new byte[SigningSecret.BYTES];
        random.nextBytes(drawn);
        return SigningSecret.of(drawn);
    }

    String seal(SigningSecret secret, UUID hook) {
        return vault.seal(secret.text(), hook.toString());
    }

    /** Those that sign at this time, the present one first. */
    List<SigningSecret> open(SellerHooks.Sealed sealed, Instant now) {
        SellerHook hook = sealed.hook();
        List<SigningSecret> secrets = new ArrayList<>();
        secrets.add(open(sealed.secret(), hook));
        String old = sealed.oldSecret();
        Instant until = hook.oldSecretUntil();
        if (old != null && until != null && now.isBefore(until)) {
            secrets.add(open(old, hook));
        }
        return secrets;
    }

    private SigningSecret open(String sealed, SellerHook hook) {
        return SigningSecret.parse(vault.open(sealed, hook.id().toString()));
    }
}
