package io.gavel.settlement.closing;

import io.gavel.contracts.event.EventView;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.contracts.lot.Rules;
import io.gavel.settlement.records.Required;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one or more events say about a lot, as far as closing it goes.
 *
 * @param version of the newest of them; status and closesAt are from it
 * @param listed what the first event of a lot said, when it is among them
 * @param closed how the hammer fell, when that is among them
 * @param reserveMetAt the price at which the reserve was met, when that is among them
 */
record LotNews(
        LotId lot,
        long version,
        LotStatus status,
        Instant closesAt,
        @Nullable Listed listed,
        @Nullable Closed closed,
        @Nullable Money reserveMetAt) {

    /** What never changes about a lot. */
    record Listed(AccountId seller, String title, String currency, @Nullable Instant opensAt) {}

    /** How the hammer fell; {@code hammer} and {@code winner} are there when sold. */
    record Closed(
            long version,
            Instant at,
            CloseOutcome outcome,
            @Nullable Money hammer,
            @Nullable Paddle winner,
            ReserveStatus reserve) {}

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException if something is missing
     */
    static LotNews read(byte[] value) {
        EventView event = Json.read(value, EventView.class);
        Required.field("lot", event.lot());
        Required.field("type", event.type());
        Required.field("at", event.at());
        Required.field("status", event.status());
        Required.field("closesAt", event.closesAt());
        return new LotNews(
                event.lot(),
                event.version(),
                event.status(),
                event.closesAt(),
                event.type().equals("listed") ? listed(event) : null,
                event.type().equals("closed") ? closed(event) : null,
                event.type().equals("reserve-met") ? Required.field("price", event.price()) : null);
    }

    private static Listed listed(EventView event) {
        AccountId seller = Required.field("seller", event.seller());
        String title = Required.field("title", event.title());
        Rules rules = Required.field("rules", event.rules());
        String currency = Required.field("rules.currency", rules.currency());
        return new Listed(seller, title, currency, rules.opensAt());
    }

    private static Closed closed(EventView event) {
        CloseOutcome outcome = Required.field("outcome", event.outcome());
        if (outcome == CloseOutcome.SOLD) {
            Required.field("hammer", event.hammer());
            Required.field("winner", event.winner());
        }
        ReserveStatus reserve = Required.field("reserve", event.reserve());
        return new Closed(
                event.version(), event.at(), outcome, event.hammer(), event.winner(), reserve);
    }

    /** One for each lot, in the order of the lots' ids; whatever order the events come in. */
    static List<LotNews> merged(Collection<LotNews> news) {
        TreeMap<LotId, LotNews> byLot = new TreeMap<>();
        news.forEach(each -> byLot.merge(each.lot(), each, LotNews::and));
        return List.copyOf(byLot.values());
    }

    private LotNews and(LotNews other) {
        LotNews newer = other.version >= version ? other : this;
        return new LotNews(
                lot,
                newer.version,
                newer.status,
                newer.closesAt,
                listed == null ? other.listed : listed,
                closed == null ? other.closed : closed,
                reserveMetAt == null ? other.reserveMetAt : reserveMetAt);
    }

    @Nullable String seller() {
        return listed == null ? null : listed.seller().value();
    }

    @Nullable String title() {
        return listed == null ? null : listed.title();
    }

    @Nullable String currency() {
        return listed == null ? null : listed.currency();
    }

    @Nullable Instant opensAt() {
        return listed == null ? null : listed.opensAt();
    }

    @Nullable Long closedVersion() {
        return closed == null ? null : closed.version();
    }

    @Nullable Instant closedAt() {
        return closed == null ? null : closed.at();
    }

    @Nullable String outcome() {
        return closed == null ? null : closed.outcome().word();
    }

    @Nullable Long hammer() {
        return closed == null || closed.hammer() == null ? null : closed.hammer().minor();
    }

    @Nullable String reserve() {
        return closed == null ? null : closed.reserve().word();
    }

    @Nullable Long reserveMetPrice() {
        return reserveMetAt == null ? null : reserveMetAt.minor();
    }

    @Nullable Integer winner() {
        return closed == null || closed.winner() == null ? null : closed.winner().number();
    }
}
