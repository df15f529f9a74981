package io.gavel.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpLotArchiveTest {

    @Test
    void what_never_changes_about_a_lot_is_kept_as_it_stands() {
        String lot =
                """
                {"id":"x","seller":"sam","title":"Lamp","startingPrice":1000,"rulesHash":"ab",\
                "version":17,"status":"closed","price":1,"leader":null,"next":2,"bids":0,\
                "closesAt":"t","reserve":"none","event":{"version":17},"outcome":"sold",\
                "hammer":1,"winner":2}\
                """;
        LotArchive.Known known = HttpLotArchive.known(lot.getBytes(StandardCharsets.UTF_8));
        assertThat(known.version()).isEqualTo(17);
        assertThat(known.unchanging())
                .isEqualTo(
                        "{\"id\":\"x\",\"seller\":\"sam\",\"title\":\"Lamp\","
                                + "\"startingPrice\":1000,\"rulesHash\":\"ab\"}");
    }

    @Test
    void a_log_is_one_event_a_line_with_its_exact_bytes() {
        byte[] first = Events.bid(1).bytes();
        byte[] second = Events.closed(2).bytes();
        String ndjson = text(first) + "\n" + text(second) + "\n";
        assertThat(HttpLotArchive.lines(ndjson.getBytes(StandardCharsets.UTF_8)))
                .extracting(LotEvent::bytes)
                .containsExactly(first, second);
        assertThat(HttpLotArchive.lines(new byte[0])).isEmpty();
        assertThat(HttpLotArchive.lines(first)).hasSize(1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
