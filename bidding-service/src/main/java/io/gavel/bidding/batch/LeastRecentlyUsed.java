package io.gavel.bidding.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that holds at most {@code maxEntries} and forgets what was not asked for longest. For one
 * thread.
 */
final class LeastRecentlyUsed<K, V> {

    private final Map<K, V> entries;

    /**
     * @param forgotten is told what is forgotten
     */
    LeastRecentlyUsed(int maxEntries, Consumer<K> forgotten) {
        this.entries =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        boolean full = size() > maxEntries;
                        if (full) {
                            forgotten.accept(eldest.getKey());
                        }
                        return full;
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
