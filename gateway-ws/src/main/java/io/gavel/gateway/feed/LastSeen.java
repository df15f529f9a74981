package io.gavel.gateway.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest of a lot, for those who ask from other threads and do not wait for its lock. */
final class LastSeen {

    private volatile String unchanging = "{}";
    private volatile @Nullable LotEvent newest;
    private volatile @Nullable Terms terms;

    void begin(String unchangingPart) {
        unchanging = unchangingPart;
    }

    void moved(LotEvent event) {
        newest = event;
    }

    /** Nothing before the first event, or if the lot's rules cannot be read. */
    Optional<Seen> seen() {
        LotEvent last = newest;
        if (last == null) {
            return Optional.empty();
        }
        Terms known = terms;
        if (known == null) {
            known = Terms.of(unchanging);
            terms = known;
        }
        return known.seen(last.bytes());
    }
}
