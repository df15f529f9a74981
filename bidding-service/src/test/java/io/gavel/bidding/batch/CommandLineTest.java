package io.gavel.bidding.batch;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.auction.Outage;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final PlaceBid BID =
            new PlaceBid(
                    new CommandId(new UUID(0, 2)),
                    new LotId(new UUID(0, 1)),
                    new AccountId("alice"),
                    new Money(500),
                    false,
                    false);
    private static final String JSON =
            """
            {"id":"%s",
             "type":"place-bid",\r
             "lot":"%s","by":"alice","amount":500}\
            """
                    .formatted(BID.id(), BID.lot());

    @Test
    void a_line_is_what_replay_reads_and_holds_the_command_as_it_came() {
        byte[] line = line(JSON.getBytes(UTF_8), null, false);

        assertThat(new String(line, UTF_8))
                .isEqualTo(
                        "{\"T\":\"2026-11-22T12:00:00.007Z\",\"offset\":8812,\"command\":"
                                + JSON.replace('\n', ' ').replace('\r', ' ')
                                + "}");
        assertThat(CommandJson.read(CommandLine.read(line).json())).isEqualTo(BID);
    }

    @Test
    void a_line_says_who_was_outbid_and_whether_the_id_was_used_before() {
        byte[] line = line(JSON.getBytes(UTF_8), new AccountId("bob"), true);

        CommandLine.Parts parts = CommandLine.read(line);

        assertThat(parts.offset()).isEqualTo(8812);
        assertThat(parts.outbid()).isEqualTo(new AccountId("bob"));
        assertThat(parts.conflicting()).isTrue();
        assertThat(Json.tree(line).get("outbid").stringValue()).isEqualTo("bob");
    }

    @Test
    void a_command_in_another_encoding_becomes_utf_8_without_a_byte_order_mark() {
        for (byte[] json :
                List.of(
                        JSON.getBytes(UTF_16),
                        JSON.getBytes(UTF_16LE),
                        ("\uFEFF" + JSON).getBytes(UTF_8))) {
            byte[] line = line(json, null, false);

            assertThat(new String(line, UTF_8)).doesNotContain("\n", "\uFEFF", "\0");
            assertThat(CommandJson.read(CommandLine.read(line).json())).isEqualTo(BID);
        }
    }

    @Test
    void a_line_says_what_was_made_good_of_outages_before_the_command() {
        Instant down = Instant.parse("2026-11-22T11:00:00Z");
        Outage one = new Outage(down, down.plusMillis(15_001));
        Outage another = new Outage(down.plusSeconds(60), down.plusSeconds(90));

        byte[] line =
                line(JSON.getBytes(UTF_8), new AccountId("bob"), false, List.of(one, another));

        assertThat(new String(line, UTF_8))
                .startsWith(
                        "{\"T\":\"2026-11-22T12:00:00.007Z\",\"offset\":8812,\"outages\":["
                            + "{\"from\":\"2026-11-22T11:00:00.000Z\",\"until\":\"2026-11-22T11:00:15.001Z\"},"
                            + "{\"from\":\"2026-11-22T11:01:00.000Z\",\"until\":\"2026-11-22T11:01:30.000Z\"}"
                            + "],\"outbid\":\"bob\",\"command\":");
        assertThat(CommandLine.read(line).outbid()).isEqualTo(new AccountId("bob"));
        assertThat(CommandJson.read(CommandLine.read(line).json())).isEqualTo(BID);
    }

    private static byte[] line(byte[] json, @Nullable AccountId outbid, boolean conflicting) {
        return line(json, outbid, conflicting, List.of());
    }

    private static byte[] line(
            byte[] json, @Nullable AccountId outbid, boolean conflicting, List<Outage> outages) {
        Instant at = Instant.parse("2026-11-22T12:00:00.007Z");
        Publication publication =
                new Publication(3, BID.lot(), BID.id(), BID.by(), new byte[0], outbid, List.of());
        LogRecord record = new LogRecord(3, 8812, at, new byte[0], json, BID);
        Bytes page = new Bytes();
        new CommandLine()
                .write(
                        new Decided(record, at, BID, conflicting, outages, 1, null, publication),
                        page);
        return page.toArray();
    }
}
