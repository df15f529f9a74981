package io.gavel.bidding.photos;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Removes, now and then, the photos that no lot was listed with. */
final class UnlistedPhotos implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UnlistedPhotos.class);

    /** A sweep ends after so many rounds; the next goes on. */
    private static final int MOST_ROUNDS = 50;

    private final PhotoStore photos;
    private final Disposable sweeping;

    UnlistedPhotos(PhotoStore photos, Duration every) {
        this.photos = photos;
        this.sweeping =
                Flux.interval(every)
                        .onBackpressureDrop()
                        .concatMap(_ -> sweep().onErrorResume(UnlistedPhotos::later), 1)
                        .retryWhen(Retry.indefinitely())
                        .subscribe();
    }

    /** Looks at all that are old enough, as many rounds as it takes. */
    Mono<Void> sweep() {
        return photos.removeUnlisted()
                .repeat(MOST_ROUNDS - 1L)
                .takeUntil(looked -> looked == 0)
                .then();
    }

    private static Mono<Void> later(Throwable e) {
        LOG.debug("unlisted photos are not removed now: {}", e, e);
        return Mono.empty();
    }

    @Override
    public void destroy() {
        sweeping.dispose();
    }
}
