package io.gavel.bidding.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.auction.Outage;
import io.gavel.bidding.auction.OutageTerms;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.batch.PartitionState.Memory;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Moment;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A partition by chance, with gateways that die and come back: however its records are cut into
 * batches, and decided again from the stored lines alone, the bytes are the same. A failure names
 * the seed.
 */
class OutageLifeTest {

    private static final int SEEDS = 30;
    private static final int RECORDS = 400;
    private static final Duration CAP = Duration.ofMinutes(12);
    private static final OutagePolicy POLICY =
            new OutagePolicy(Duration.ofSeconds(15), new OutageTerms(Duration.ofMinutes(5), CAP));

    @Test
    void cut_into_batches_anyhow_and_decided_again_from_its_lines_it_is_the_same_to_the_byte() {
        int given = 0;
        long closed = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<LogRecord> records = RandomPartition.records(seed, RECORDS);
            List<String> whole = told(inBatchesOf(RECORDS, records));

            assertThat(told(inBatchesOf(1, records))).as("seed %d", seed).isEqualTo(whole);
            assertThat(told(inBatchesOf(7, records))).as("seed %d", seed).isEqualTo(whole);
            assertThat(again(inBatchesOf(RECORDS, records))).as("seed %d", seed).isEqualTo(whole);
            closed += whole.stream().filter(line -> line.contains("\"type\":\"closed\"")).count();
            given += assertFair(seed, inBatchesOf(RECORDS, records));
        }
        assertThat(given).isGreaterThan(SEEDS);
        assertThat(closed).isGreaterThan(SEEDS);
    }

    /** What a lot is given lies in outages, never twice, and is bounded. */
    private static int assertFair(long seed, List<Batch> batches) {
        List<Outage> outages = known(batches.getLast().moves().get(RandomPartition.NUMBER).to());
        Map<LotId, List<Outage>> byLot = new HashMap<>();
        for (Batch batch : batches) {
            for (Decided decided : batch.decided()) {
                for (Outage part : decided.outages()) {
                    List<Outage> its =
                            byLot.computeIfAbsent(decided.command().lot(), _ -> new ArrayList<>());
                    assertThat(its).as("seed %d", seed).allMatch(other -> areApart(other, part));
                    assertThat(outages)
                            .as("seed %d", seed)
                            .anyMatch(outage ->
                                    !part.from().isBefore(outage.from())
                                            && !part.until().isAfter(outage.until()));
                    its.add(part);
                }
            }
        }
        byLot.values().forEach(its -> assertThat(sum(its)).isLessThanOrEqualTo(CAP));
        return byLot.size();
    }

    private static List<Outage> known(PartitionProgress end) {
        return end.signs().outagesBy(end.clock(), POLICY.threshold());
    }

    private static boolean areApart(Outage one, Outage other) {
        return !one.until().isAfter(other.from()) || !other.until().isAfter(one.from());
    }

    private static Duration sum(List<Outage> parts) {
        return parts.stream()
                .map(part -> Duration.between(part.from(), part.until()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Batch> inBatchesOf(int size, List<LogRecord> records) {
        PartitionState state = new PartitionState(PartitionProgress.NONE, Memory.of(100, 1_000));
        List<Batch> batches = new ArrayList<>();
        for (int first = 0; first < records.size(); first += size) {
            List<LogRecord> part = records.subList(first, Math.min(first + size, records.size()));
            for (LogRecord record : part) {
                if (record.content() instanceof Command command) {
                    if (state.lot(command.lot()) == null) {
                        state.remember(LotEntry.unlisted(command.lot()));
                    }
                    if (!state.knows(new Bidder(command.lot(), command.by()))) {
                        state.remember(new Bidder(command.lot(), command.by()), null);
                    }
                }
            }
            Batch batch =
                    BatchDecider.decide(
                            part, Map.of(RandomPartition.NUMBER, state), Map.of(), POLICY);
            state.advanceTo(batch.moves().get(RandomPartition.NUMBER).to());
            batch.lots().values().forEach(state::remember);
            batch.bidders().forEach((bidder, hand) -> state.remember(bidder, hand.paddle()));
            batches.add(batch);
        }
        return batches;
    }

    /** All bytes that are stored, of each lot in turn. */
    private static List<String> told(List<Batch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.decided().stream())
                .collect(Collectors.groupingBy(decided -> decided.command().lot().toString()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(lot -> lot.getValue().stream())
                .flatMap(decided ->
                        Stream.concat(
                                Stream.of(line(decided)),
                                decided.publication().events().stream()
                                        .map(event -> text(event.bytes()))))
                .toList();
    }

    private static String line(Decided decided) {
        Bytes page = new Bytes();
        new CommandLine().write(decided, page);
        return text(page.toArray());
    }

    /** Decides from the lines alone: no heartbeats, no threshold, no terms. */
    private static List<String> again(List<Batch> batches) {
        Map<LotId, LotEntry> lots = new HashMap<>();
        Map<Bidder, Paddle> paddles = new HashMap<>();
        List<String> all = new ArrayList<>();
        for (String line : told(batches)) {
            JsonNode json = Json.tree(line.getBytes(StandardCharsets.UTF_8));
            if (!json.has("command")) {
                continue;
            }
            Command command = (Command) CommandJson.read(json.get("command"));
            List<Outage> outages =
                    json.path("outages").values().stream()
                            .map(part -> new Outage(instant(part, "from"), instant(part, "until")))
                            .toList();
            Moment moment =
                    new Moment(
                            instant(json, "T"),
                            RandomPartition.NUMBER,
                            json.get("offset").longValue());
            LotEntry before = lots.getOrDefault(command.lot(), LotEntry.unlisted(command.lot()));
            Bidder bidder = new Bidder(command.lot(), command.by());
            Ruling ruling =
                    Ruling.on(
                            before,
                            command,
                            Optional.ofNullable(paddles.get(bidder)),
                            outages,
                            moment);
            lots.put(command.lot(), ruling.after());
            ruling.hands()
                    .forEach(hand ->
                            paddles.put(new Bidder(command.lot(), hand.account()), hand.paddle()));
            all.add(line);
            ruling.events().forEach(event -> all.add(text(event.bytes())));
        }
        return all;
    }

    private static Instant instant(JsonNode json, String name) {
        return Instant.parse(json.get(name).stringValue());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
