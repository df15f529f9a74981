package io.gavel.gateway.feed;

import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** Events of one lot, as far as the gateway reads them. */
final class Events {

    static final LotId LOT = new LotId(UUID.fromString("01970000-0000-7000-8000-000000000001"));

    private Events() {}

    static LotEvent bid(long version) {
        return event(version, "bid");
    }

    static LotEvent closed(long version) {
        return event(version, "closed");
    }

    static List<LotEvent> bids(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Events::bid).toList();
    }

    private static LotEvent event(long version, String type) {
        String json =
                """
                {"lot":"%s","version":%d,"at":"2026-11-22T14:03:07.412Z","offset":7,"type":"%s"}\
                """
                        .formatted(LOT, version, type);
        return LotEvent.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
