package io.gavel.bidding.batch;

import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import io.gavel.tracing.Traces;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The traces to which records of a poll belong: few records are in one, mostly none. Each of them
 * gets the batch as its own: {@code decide} until it is stored, in it {@code store}, the
 * transaction, and then {@code announce}, until Kafka has what is told. For one thread at a time.
 */
final class BatchTrace {

    static final BatchTrace NONE = new BatchTrace(Map.of());

    /** Where a record lies. */
    private record Place(int partition, long offset) {}

    private record Part(Leg decide, Leg store) {
        void fail() {
            store.fail();
            decide.fail();
        }

        void end() {
            store.end();
            decide.end();
        }
    }

    private final Map<Place, Part> parts;
    private final IdentityHashMap<Publication, Leg> announcing = new IdentityHashMap<>();

    private BatchTrace(Map<Place, Part> parts) {
        this.parts = parts;
    }

    /** Begins to decide a poll. */
    static BatchTrace of(Traces traces, List<ConsumerRecord<byte[], byte[]>> poll) {
        if (!traces.isOn()) {
            return NONE;
        }
        Map<Place, Part> parts = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : poll) {
            Leg decide = traces.goOn("decide", record.headers());
            if (decide.isTraced()) {
                parts.put(
                        new Place(record.partition(), record.offset()),
                        new Part(decide, Leg.none()));
            }
        }
        return parts.isEmpty() ? NONE : new BatchTrace(parts);
    }

    /** The batch is decided and goes to the database. */
    void storing() {
        if (!parts.isEmpty()) {
            parts.replaceAll((_, part) -> new Part(part.decide(), part.decide().step("store")));
        }
    }

    /** The batch is durable. */
    void stored(Batch batch) {
        if (parts.isEmpty()) {
            return;
        }
        int size = batch.decided().size();
        for (Decided decided : batch.decided()) {
            Part part = parts.get(place(decided));
            if (part != null) {
                part.decide()
                        .note(Note.LOT, decided.command().lot().toString())
                        .note(Note.PARTITION, decided.record().partition())
                        .note(Note.OFFSET, decided.record().offset())
                        .note(Note.VERSION, decided.version())
                        .note(Note.BATCH, size);
                announcing.put(decided.publication(), part.decide().sending("announce"));
            }
        }
        parts.values().forEach(Part::end);
    }

    /** For log lines about a command. */
    Leg of(Decided decided) {
        Part part = parts.isEmpty() ? null : parts.get(place(decided));
        return part == null ? Leg.none() : part.decide();
    }

    /** Nothing of the poll is known to be stored. */
    void fail() {
        parts.values().forEach(Part::fail);
    }

    /** What is left of it, such as records that had been decided before, ends here. */
    void decided() {
        parts.values().forEach(Part::end);
    }

    /** Of what is announced of it; what had been decided before is announced without. */
    Leg of(Publication telling) {
        Leg leg = announcing.isEmpty() ? null : announcing.get(telling);
        return leg == null ? Leg.none() : leg;
    }

    /** Kafka has what was announced. */
    void told() {
        announcing.values().forEach(Leg::end);
    }

    private static Place place(Decided decided) {
        return new Place(decided.record().partition(), decided.record().offset());
    }
}
