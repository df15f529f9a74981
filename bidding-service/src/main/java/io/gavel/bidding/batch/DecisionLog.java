package io.gavel.bidding.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Says in the service's log what was decided: beginnings and ends of lots always, every command at
 * debug. Ids and reasons only; no amount and no account.
 */
final class DecisionLog {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    private DecisionLog() {}

    static void stored(Batch batch, BatchTrace trace) {
        batch.ended()
                .forEach((partition, outages) ->
                        outages.forEach(outage ->
                                LOG.warn(
                                        "nobody could bid in partition {} from {} until {}",
                                        partition,
                                        outage.from(),
                                        outage.until())));
        boolean everything = LOG.isDebugEnabled();
        for (Decided decided : batch.decided()) {
            try (var _ = trace.of(decided).open()) {
                say(decided, everything);
            }
        }
    }

    private static void say(Decided decided, boolean everything) {
        if (everything) {
            about(decided, LOG.atDebug()).log("decided");
        }
        for (var event : decided.publication().events()) {
            switch (event.type()) {
                case "listed" -> about(decided, LOG.atInfo()).log("lot listed");
                case "closed" -> about(decided, LOG.atInfo()).log("lot closed");
                default -> {}
            }
        }
    }

    private static LoggingEventBuilder about(Decided decided, LoggingEventBuilder line) {
        return line.addKeyValue("lot", decided.command().lot())
                .addKeyValue("command", decided.command().id())
                .addKeyValue("partition", decided.record().partition())
                .addKeyValue("offset", decided.record().offset())
                .addKeyValue("version", decided.version());
    }
}
