package io.gavel.contracts.topic;

import java.util.Map;

/** The Kafka topics (DESIGN §2). All have the same number of partitions, fixed for life. */
public enum Topics {
    /** Everything asked of a lot; the broker's append time is the one clock. */
    LOT_COMMANDS(Names.LOT_COMMANDS),
    /** The public log of each lot. */
    LOT_EVENTS(Names.LOT_EVENTS),
    /** What became of each command; private. */
    DECISIONS(Names.DECISIONS),
    /** The present state of each sale; private. */
    SALES(Names.SALES),
    /** How each bidder stands with the house, keyed by account; private. */
    BIDDERS(Names.BIDDERS);

    /** Partitions of each topic on one machine. */
    public static final int LOCAL_PARTITIONS = 16;

    /** The names as constants, for annotations. */
    public static final class Names {
        public static final String LOT_COMMANDS = "gavel.lot-commands.v1";
        public static final String LOT_EVENTS = "gavel.lot-events.v1";
        public static final String DECISIONS = "gavel.decisions.v1";
        public static final String SALES = "gavel.sales.v1";
        public static final String BIDDERS = "gavel.bidders.v1";

        private Names() {}
    }

    private static final String DEAD_LETTERS = ".dlt";

    private final String topic;

    Topics(String topic) {
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }

    /** Where records of this topic go that cannot be read. */
    public String deadLetters() {
        return topic + DEAD_LETTERS;
    }

    /** The topic's settings beyond the broker's defaults. */
    public Map<String, String> settings() {
        return switch (this) {
            case LOT_COMMANDS ->
                    Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "-1");
            case LOT_EVENTS -> Map.of("retention.ms", "-1");
            case DECISIONS -> Map.of();
            case SALES, BIDDERS -> Map.of("cleanup.policy", "compact");
        };
    }
}
