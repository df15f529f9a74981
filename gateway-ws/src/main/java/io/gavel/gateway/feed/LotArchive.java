package io.gavel.gateway.feed;

import io.gavel.contracts.lot.LotId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where a lot can be read, however long ago it was; what was published can be read here. */
interface LotArchive {

    /**
     * A lot as it is now.
     *
     * @param unchanging the JSON of what never changes about it
     */
    record Known(long version, String unchanging) {}

    /** The lot, or nothing if there is none of this id. */
    Mono<Known> lot(LotId lot);

    /** At most {@code limit} events behind {@code after}, in order and without a hole. */
    Mono<List<LotEvent>> log(LotId lot, long after, int limit);
}
