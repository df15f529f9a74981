package io.gavel.bidding.batch;

import static io.gavel.bidding.store.LotRow.column;

import io.gavel.bidding.auction.Outage;
import io.gavel.bidding.log.Signs;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Rows of {@code partition_progress}, each with those of {@code outage} that belong to it. */
record ProgressRows(DatabaseClient database) {

    /** The progress of partitions; those never seen are put down as not begun. */
    Mono<Map<Integer, PartitionProgress>> of(Collection<Integer> partitions) {
        String insert =
                """
                insert into partition_progress (partition, next_offset, clock)
                select p, 0, to_timestamp(0) from unnest(:partitions) p
                on conflict (partition) do nothing\
                """;
        String select =
                "select partition, next_offset, clock, sign from partition_progress where partition"
                        + " = any(:partitions)";
        Integer[] numbers = partitions.toArray(Integer[]::new);
        Mono<Long> known = database.sql(insert).bind("partitions", numbers).fetch().rowsUpdated();
        return known.then(outagesOf(numbers))
                .flatMap(outages ->
                        database.sql(select)
                                .bind("partitions", numbers)
                                .map(row -> progress(row, outages))
                                .all()
                                .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<Integer, PartitionProgress> progress(
            Readable row, Map<Integer, List<Outage>> outages) {
        int partition = column(row, "partition", Integer.class);
        Instant sign = column(row, "sign", Instant.class);
        Signs signs =
                new Signs(
                        sign.equals(Instant.EPOCH) ? null : sign,
                        outages.getOrDefault(partition, List.of()));
        return Map.entry(
                partition,
                new PartitionProgress(
                        column(row, "next_offset", Long.class),
                        column(row, "clock", Instant.class),
                        signs));
    }

    private Mono<Map<Integer, List<Outage>>> outagesOf(Integer[] partitions) {
        String select =
                "select partition, began, ended from outage where partition = any(:partitions)"
                        + " order by partition, began";
        record Row(int partition, Outage outage) {}
        return database.sql(select)
                .bind("partitions", partitions)
                .map(row ->
                        new Row(
                                column(row, "partition", Integer.class),
                                new Outage(
                                        column(row, "began", Instant.class),
                                        column(row, "ended", Instant.class))))
                .all()
                .collect(
                        Collectors.groupingBy(
                                Row::partition,
                                Collectors.mapping(Row::outage, Collectors.toList())));
    }
}
