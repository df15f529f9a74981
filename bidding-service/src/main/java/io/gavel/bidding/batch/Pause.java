package io.gavel.bidding.batch;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Consumption pauses while the circuit breaker leaves the database alone. */
final class Pause {

    private static final Logger LOG = LoggerFactory.getLogger(Pause.class);

    private final CircuitBreaker breaker;

    Pause(CircuitBreaker breaker, KafkaListenerEndpointRegistry listeners) {
        this.breaker = breaker;
        breaker.getEventPublisher()
                .onStateTransition(event -> {
                    State now = event.getStateTransition().getToState();
                    say(now);
                    MessageListenerContainer container =
                            listeners.getListenerContainer(CommandListener.ID);
                    if (container != null && now != State.OPEN) {
                        container.resume();
                    }
                });
    }

    /** Pauses if the database is left alone now; whether it is. */
    boolean whileTheDatabaseIsLeftAlone(MessageListenerContainer container) {
        if (breaker.getState() != State.OPEN) {
            return false;
        }
        container.pause();
        if (breaker.getState() != State.OPEN) {
            container.resume();
        }
        return true;
    }

    private static void say(State now) {
        switch (now) {
            case OPEN -> LOG.warn("the database is away: commands wait in Kafka");
            case HALF_OPEN -> LOG.debug("trying the database again");
            case CLOSED -> LOG.info("the database is back: deciding goes on");
            case DISABLED, FORCED_OPEN, METRICS_ONLY -> LOG.warn("circuit breaker: {}", now);
        }
    }
}
