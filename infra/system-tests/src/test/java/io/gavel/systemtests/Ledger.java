package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the bidders of one lot have sent, how often, and what they were told of it. */
final class Ledger {

    private static final long STEP = 100;

    private final Map<String, Integer> timesSent = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();
    private final AtomicLong amount = new AtomicLong();

    /** A bid; its content stays the same however often it is sent. */
    record Bid(String id, long amount) {}

    Bid next() {
        return new Bid(UUID.randomUUID().toString(), amount.addAndGet(STEP));
    }

    /** It goes out, maybe once more. */
    void sending(Bid bid) {
        timesSent.merge(bid.id(), 1, Integer::sum);
    }

    /** Somebody was told a decision, maybe once more. */
    void told(String decision) {
        String id = Json.tree(utf8(decision)).required("id").stringValue();
        told.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(decision);
    }

    int bids() {
        return timesSent.size();
    }

    /** Of how many bids nobody was told what became of them. */
    long open() {
        return timesSent.keySet().stream().filter(id -> !told.containsKey(id)).count();
    }

    /** How many bids went out more than once. */
    long sentAgain() {
        return timesSent.values().stream().filter(times -> times > 1).count();
    }

    /**
     * Fails unless each bid has one decision, the same wherever and whenever it was told.
     *
     * @param stored the lot's decisions, as they are stored
     */
    void assertEachBidDecidedOnce(List<String> stored) {
        assertThat(told.keySet()).isEqualTo(timesSent.keySet());
        assertThat(told.values()).as("decisions by bid").allMatch(texts -> texts.size() == 1);
        List<String> decidedBids =
                stored.stream()
                        .map(text -> Json.tree(utf8(text)))
                        .map(decision -> decision.required("id").stringValue())
                        .filter(timesSent::containsKey)
                        .toList();
        assertThat(decidedBids).containsExactlyInAnyOrderElementsOf(timesSent.keySet());
        assertThat(stored).containsAll(told.values().stream().flatMap(Set::stream).toList());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
