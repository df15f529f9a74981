package io.gavel.gateway.feed;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.tail.Needed;
import io.gavel.gateway.tail.Tails;
import io.gavel.gateway.tail.TopicTail;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import io.gavel.tracing.Traces;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Hands public events to the feeds of lots that are kept; others are not even read. */
@Configuration(proxyBeanMethods = false)
class EventsListener {

    @Bean(destroyMethod = "dispose")
    Scheduler feedTimers() {
        return Schedulers.newParallel("feed", 2, true);
    }

    @Bean
    TopicTail lotEvents(Tails tails, Feeds feeds, Traces traces) {
        return tails.follow(
                Topics.LOT_EVENTS.topic(),
                () -> new Needed.Lots(feeds.kept()),
                found -> arrived(feeds, traces, found));
    }

    private static void arrived(Feeds feeds, Traces traces, ConsumerRecord<String, byte[]> found) {
        if (feeds.isKept(LotId.parse(found.key()))) {
            Leg leg = traces.goOn("deliver event", found.headers());
            LotEvent event = LotEvent.of(found.value());
            leg.note(Note.RECEIVERS, feeds.arrived(event))
                    .note(Note.LOT, found.key())
                    .note(Note.EVENT, event.type())
                    .note(Note.VERSION, event.version())
                    .end();
        }
    }
}
