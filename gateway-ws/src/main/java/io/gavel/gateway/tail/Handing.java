package io.gavel.gateway.tail;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands records on. One that cannot be handled is logged and passed over. */
record Handing(Consumer<ConsumerRecord<String, byte[]>> handler) {

    private static final Logger LOG = LoggerFactory.getLogger(Handing.class);

    void hand(ConsumerRecord<String, byte[]> found) {
        try {
            handler.accept(found);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("topic", found.topic())
                    .addKeyValue("partition", found.partition())
                    .addKeyValue("offset", found.offset())
                    .log("record passed over: {}", e.getClass().getSimpleName());
        }
    }
}
