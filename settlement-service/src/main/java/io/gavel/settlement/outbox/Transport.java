package io.gavel.settlement.outbox;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** A way to tell. */
public interface Transport {

    /** What its lanes begin with; also its name in metrics. */
    String kind();

    /** The longest one attempt may take. */
    Duration timeLimit();

    /** One attempt. An error is a failure to be tried again. */
    Mono<Told> tell(Message message, Instant now);

    /** What became of it; first in the transaction in which it is written down. */
    Mono<Void> note(Message message, Told told, Instant now);
}
