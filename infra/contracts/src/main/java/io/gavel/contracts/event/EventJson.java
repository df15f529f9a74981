package io.gavel.contracts.event;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.json.JsonLine;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import io.gavel.contracts.lot.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event's bytes. They are written once, when the event is decided; afterwards everybody
 * hands on these very bytes, since their hash is the next event's {@code prev}.
 */
public final class EventJson {

    private EventJson() {}

    public static byte[] write(PublicEvent event) {
        JsonLine json =
                new JsonLine()
                        .ascii("{\"lot\":")
                        .uuid(event.lot().value())
                        .ascii(",\"version\":")
                        .number(event.version())
                        .ascii(",\"at\":")
                        .instant(event.at())
                        .ascii(",\"offset\":")
                        .number(event.offset())
                        .ascii(",\"type\":")
                        .word(event.what().type());
        happening(json, event.what());
        after(json, event.after());
        return json.ascii(",\"prev\":").word(event.prev().hex()).ascii("}").bytes();
    }

    /**
     * The hash that {@code rulesHash} holds: of the bytes of {@code rules} as they stand in the
     * event.
     */
    public static Sha256 hashOf(Rules rules) {
        return Sha256.of(Json.bytes(rules));
    }

    private static void happening(JsonLine json, Happening what) {
        switch (what) {
            case Happening.Listed listed -> listed(json, listed);
            case Happening.Bid(Paddle paddle, Money amount) -> bid(json, paddle, amount);
            case Happening.AutoBid(Paddle paddle, Money amount) -> bid(json, paddle, amount);
            case Happening.Revealed(Paddle paddle, Money amount) -> bid(json, paddle, amount);
            case Happening.BidRetracted(Paddle paddle, int bids, String reason) -> {
                json.ascii(",\"paddle\":").number(paddle.number());
                json.ascii(",\"retracted\":").number(bids);
                reason(json, reason);
            }
            case Happening.Extended extended -> extended(json, extended);
            case Happening.Paused(String reason) -> reason(json, reason);
            case Happening.Resumed(String reason) -> reason(json, reason);
            case Happening.Closed closed -> closed(json, closed);
            case Happening.Opened(), Happening.ReserveMet(), Happening.SealedBid() -> {}
        }
    }

    private static void listed(JsonLine json, Happening.Listed listed) {
        json.ascii(",\"seller\":").text(listed.seller().value());
        json.ascii(",\"title\":").text(listed.title());
        json.ascii(",\"description\":").text(listed.description());
        if (!listed.photos().isEmpty()) {
            json.ascii(",\"photos\":").raw(Json.bytes(listed.photos()));
        }
        json.ascii(",\"rules\":").raw(Json.bytes(listed.rules()));
        json.ascii(",\"rulesHash\":").word(listed.rulesHash().hex());
    }

    private static void bid(JsonLine json, Paddle paddle, Money amount) {
        json.ascii(",\"paddle\":").number(paddle.number());
        json.ascii(",\"amount\":").number(amount.minor());
    }

    private static void extended(JsonLine json, Happening.Extended extended) {
        Integer minutes = extended.minutes();
        if (minutes != null) {
            json.ascii(",\"minutes\":").number(minutes);
        }
        reason(json, extended.reason());
        Happening.Extended.Stretch madeGood = extended.madeGood();
        if (madeGood != null) {
            json.ascii(",\"from\":").instant(madeGood.from());
            json.ascii(",\"until\":").instant(madeGood.until());
        }
    }

    private static void closed(JsonLine json, Happening.Closed closed) {
        CloseOutcome outcome = closed.outcome();
        json.ascii(",\"outcome\":").word(outcome.word());
        Money hammer = closed.hammer();
        if (hammer != null) {
            json.ascii(",\"hammer\":").number(hammer.minor());
        }
        Paddle winner = closed.winner();
        if (winner != null) {
            json.ascii(",\"winner\":").number(winner.number());
        }
        reason(json, closed.reason());
    }

    private static void reason(JsonLine json, @Nullable String reason) {
        if (reason != null) {
            json.ascii(",\"reason\":").text(reason);
        }
    }

    private static void after(JsonLine json, PublicState after) {
        json.ascii(",\"status\":").word(after.status().word());
        json.ascii(",\"price\":").number(after.price().minor());
        Paddle leader = after.leader();
        if (leader == null) {
            json.ascii(",\"leader\":null");
        } else {
            json.ascii(",\"leader\":").number(leader.number());
        }
        json.ascii(",\"next\":").number(after.next().minor());
        json.ascii(",\"bids\":").number(after.bids());
        json.ascii(",\"closesAt\":").instant(after.closesAt());
        json.ascii(",\"reserve\":").word(after.reserve().word());
    }
}
