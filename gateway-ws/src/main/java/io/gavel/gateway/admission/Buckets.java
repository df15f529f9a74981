package io.gavel.gateway.admission;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket for each key, for a bounded number of keys: the one unused for longest goes first, and a
 * full one is as good as none. Thread-safe.
 */
final class Buckets<K> {

    /** Each call adds one at most and looks at two, so that the old ones do not pile up. */
    private static final int LOOKS = 2;

    private final Rate rate;
    private final int most;
    private final Map<K, TokenBucket> byUse = new LinkedHashMap<>(16, 0.75f, true);

    Buckets(Rate rate, int most) {
        this.rate = rate;
        this.most = most;
    }

    /** Takes a token of this key's bucket; see {@link TokenBucket#take}. */
    synchronized Duration take(K key, long nowNanos) {
        Duration wait = byUse.computeIfAbsent(key, _ -> rate.bucket(nowNanos)).take(nowNanos);
        forgetOld(nowNanos);
        return wait;
    }

    synchronized int size() {
        return byUse.size();
    }

    private void forgetOld(long nowNanos) {
        Iterator<TokenBucket> oldest = byUse.values().iterator();
        for (int look = 0; look < LOOKS && oldest.hasNext(); look++) {
            boolean full = oldest.next().isFull(nowNanos);
            if (!full && byUse.size() <= most) {
                return;
            }
            oldest.remove();
        }
    }
}
