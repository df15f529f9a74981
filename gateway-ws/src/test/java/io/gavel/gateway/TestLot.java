package io.gavel.gateway;

import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.sale.SaleState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A lot as the bidding service would have it: its log grows, and any version can be read. */
public final class TestLot {

    private final LotId id = new LotId(UUID.randomUUID());
    private final List<byte[]> log = new CopyOnWriteArrayList<>();
    private final String seller;
    private final String rules;

    /** A lot whose rules are of no interest. */
    public TestLot() {
        this("sam", "");
    }

    private TestLot(String seller, String rules) {
        this.seller = seller;
        this.rules = rules;
    }

    public static TestLot of(String seller) {
        return new TestLot(seller, "");
    }

    /** An English lot; whatever happens on it, its price is 1000 and the next minimum 1050. */
    public static TestLot english(long startingPrice, boolean retraction) {
        return new TestLot(
                "sam",
                """
                "format":"english","currency":"EUR","startingPrice":%d,"increments":[[0,50]],\
                "closesAt":"2099-01-01T00:00:00.000Z","ownRaise":"keeps-price","retraction":%s,\
                """
                        .formatted(startingPrice, retraction));
    }

    /** The sale of it to mick, who was paddle 12, by lena. */
    public Sale sold() {
        return new Sale(
                id,
                9,
                "Lamp",
                CloseOutcome.SOLD,
                SaleState.AWAITING_PAYMENT,
                new Money(20_500),
                new Paddle(12),
                "EUR",
                Instant.parse("2026-11-22T14:03:07.412Z"),
                new AccountId("lena"),
                new AccountId("mick"));
    }

    public LotId id() {
        return id;
    }

    /** Appends an event, as the bidding service commits it, before it publishes. */
    public byte[] append(String type) {
        byte[] event =
                """
                {"lot":"%s","version":%d,"at":"%s","offset":7,"type":"%s","status":"open",\
                "price":1000,"leader":null,"next":1050,"bids":0,\
                "closesAt":"2099-01-01T00:00:00.000Z","reserve":"none","prev":"%s"}\
                """
                        .formatted(id, version() + 1, Instant.now(), type, prev())
                        .getBytes(StandardCharsets.UTF_8);
        log.add(event);
        return event;
    }

    public TestLot append(String type, int times) {
        for (int i = 0; i < times; i++) {
            append(type);
        }
        return this;
    }

    public long version() {
        return log.size();
    }

    public byte[] event(long version) {
        return log.get(Math.toIntExact(version - 1));
    }

    private Sha256 prev() {
        return version() == 0 ? Sha256.ZERO : Sha256.of(event(version()));
    }

    byte[] json() {
        return """
        {"id":"%s","seller":"%s","title":"Lamp",%s"version":%d,"status":"open","event":%s}\
        """
                .formatted(
                        id,
                        seller,
                        rules,
                        version(),
                        new String(event(version()), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] lines(long after, int limit) {
        StringBuilder lines = new StringBuilder();
        for (long version = after + 1;
                version <= version() && version <= after + limit;
                version++) {
            lines.append(new String(event(version), StandardCharsets.UTF_8)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
