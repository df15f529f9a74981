package io.gavel.bidding.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that holds at most {@code maxEntries} and forgets what was not asked for longest. For one
 * thread.
 */
final class LeastRecentlyUsed<K, V> {

    private final Map<K, V> entries;

    LeastRecentlyUsed(int maxEntries) {
        this.entries =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > maxEntries;
                    }
                };
    }

    @Nullable V get(K key) {
        return entries.get(key);
    }

    void put(K key, V value) {
        entries.put(key, value);
    }
}
