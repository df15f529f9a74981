package io.gavel.bidding.photos;

import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One thread on which photos are developed, one after the other, so that they take no more than one
 * processor and one photo's memory from those who bid; and the places of those that wait for it.
 */
final class Developing implements DisposableBean {

    private static final String NAME = "photos";

    private final Semaphore places;
    private final Scheduler thread = Schedulers.newSingle(NAME, true);

    /**
     * @param atOnce photos that may be received, wait or be developed
     */
    Developing(int atOnce) {
        this.places = new Semaphore(atOnce);
    }

    /** Takes a place for as long as this work lasts; where there is none, the work is not begun. */
    <T> Mono<T> inPlace(Mono<T> work, Mono<T> ifFull) {
        return Mono.defer(
                () -> places.tryAcquire() ? work.doFinally(_ -> places.release()) : ifFull);
    }

    Mono<Developed> develop(byte[] sent) {
        return Mono.fromSupplier(() -> Darkroom.develop(sent)).subscribeOn(thread);
    }

    @Override
    public void destroy() {
        thread.dispose();
    }
}
