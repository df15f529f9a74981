package io.gavel.bidding.photos;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.PhotoId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where photos are kept. */
interface PhotoStore {

    /** Whether this account may send another photo: it has fewer unlisted ones than it may. */
    Mono<Boolean> hasRoom(AccountId sender);

    /** Keeps a photo; one that is kept already counts as sent now. */
    Mono<Void> keep(Developed.Photo photo, AccountId sender);

    /** The bytes of a photo in one size, as JPEG; empty where there is none. */
    Mono<byte[]> print(PhotoId photo, PrintSize size);

    /**
     * Those of these photos that a lot may be listed with: all that are kept, but for those that
     * would soon be removed.
     */
    Flux<PhotoId> listable(List<PhotoId> photos);

    /**
     * Removes photos that no lot was listed with in time, a bounded number of them.
     *
     * @return how many photos were looked at; 0 when all are
     */
    Mono<Long> removeUnlisted();
}
