package io.gavel.gateway.wire;

import io.gavel.contracts.lot.AccountId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which recipients on this gateway have said who they are; a private frame goes to these alone. */
@Component
public class SignedIn {

    private final Map<AccountId, Set<Recipient>> recipients = new ConcurrentHashMap<>();

    public void add(AccountId account, Recipient recipient) {
        recipients.compute(
                account,
                (_, before) -> {
                    Set<Recipient> now = before == null ? new HashSet<>() : new HashSet<>(before);
                    now.add(recipient);
                    return now;
                });
    }

    public void remove(AccountId account, Recipient recipient) {
        recipients.computeIfPresent(
                account,
                (_, before) -> {
                    Set<Recipient> now = new HashSet<>(before);
                    now.remove(recipient);
                    return now.isEmpty() ? null : now;
                });
    }

    /** Whether there is any. */
    public boolean isAnybody() {
        return !recipients.isEmpty();
    }

    /** Those of one account, now. */
    public Set<Recipient> of(AccountId account) {
        return recipients.getOrDefault(account, Set.of());
    }
}
