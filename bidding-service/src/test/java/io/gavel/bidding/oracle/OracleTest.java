package io.gavel.bidding.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.LowerMax;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import io.gavel.contracts.lot.ReserveStatus;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The core and the naive house decide the same afternoons, and agree on everything after every
 * command. A failure names the kind of lot and the seed, which repeat it.
 */
class OracleTest {

    private static final int LOTS = 500;
    private static final int COMMANDS = 100;

    static final List<String> KINDS = Afternoon.KINDS;

    @ParameterizedTest(name = "{0}")
    @FieldSource("KINDS")
    void the_core_agrees_with_the_naive_house_after_every_command(String kind) {
        for (long seed = 0; seed < LOTS; seed++) {
            Afternoon afternoon = Afternoon.of(kind, seed, COMMANDS);
            Saleroom room = afternoon.room();
            for (Afternoon.Step step : afternoon.steps()) {
                Ruling ruling = room.at(step.at()).send(step.command());
                agree(afternoon, step, told(ruling), expected(step));
                agree(afternoon, step, seen(room, step), expectedToBeSeen(step.after()));
                agree(afternoon, step, ruling.outbid(), outbid(step));
            }
        }
    }

    private static void agree(Afternoon afternoon, Afternoon.Step step, Object core, Object naive) {
        if (!Objects.equals(core, naive)) {
            assertThat(core)
                    .as("%s: %s at %s", afternoon, step.command(), step.at())
                    .isEqualTo(naive);
        }
    }

    /** What the sender is told. */
    private record Told(
            String outcome, Boolean leading, Money max, Paddle paddle, Money price, Money next) {}

    private static Told told(Ruling ruling) {
        Decision decision = ruling.decision();
        return new Told(
                Saleroom.outcome(ruling),
                decision.leading(),
                decision.max(),
                decision.paddle(),
                decision.price(),
                decision.next());
    }

    private static Told expected(Afternoon.Step step) {
        NaiveAuction lot = step.after();
        return new Told(
                step.answer(),
                leading(step),
                step.answer().equals(NaiveAuction.YES) ? max(step.command(), lot) : null,
                paddle(lot, step.command().by()),
                new Money(lot.price()),
                new Money(lot.next()));
    }

    private static Boolean leading(Afternoon.Step step) {
        NaiveAuction lot = step.after();
        boolean aBid =
                switch (step.command()) {
                    case PlaceBid _, LowerMax _, BuyNow _, AcceptPrice _ -> true;
                    default -> false;
                };
        if (!aBid || lot instanceof NaiveSealed || lot.status() == LotStatus.SCHEDULED) {
            return null;
        }
        boolean over = lot.outcome != null && !step.answer().equals(NaiveAuction.YES);
        return !over && step.command().by().equals(lot.leader());
    }

    private static Money max(Command command, NaiveAuction lot) {
        return switch (command) {
            case PlaceBid bid -> bid.amount();
            case LowerMax lower -> lower.amount();
            case BuyNow _, AcceptPrice _ -> new Money(lot.price());
            default -> null;
        };
    }

    private static Paddle paddle(NaiveAuction lot, AccountId account) {
        int index = lot.paddles.indexOf(account);
        return index < 0 ? null : new Paddle(index + 1);
    }

    /** What everybody sees, and how the lot ended. */
    private record Seen(PublicState state, Object outcome, Money hammer, Paddle winner) {}

    private static Seen seen(Saleroom room, Afternoon.Step step) {
        Lot.Listed lot = (Lot.Listed) room.entry().lot();
        PublicState state = lot.publicState(step.at());
        return lot instanceof Lot.Closed closed
                ? new Seen(state, closed.outcome(), closed.hammer(), closed.winner())
                : new Seen(state, null, null, null);
    }

    private static Seen expectedToBeSeen(NaiveAuction lot) {
        PublicState state =
                new PublicState(
                        lot.status(),
                        new Money(lot.price()),
                        paddle(lot, lot.leader()),
                        new Money(lot.next()),
                        lot.bids(),
                        lot.clock.end,
                        reserve(lot));
        return new Seen(
                state,
                lot.outcome,
                lot.hammer == null ? null : new Money(lot.hammer),
                paddle(lot, lot.winner));
    }

    private static ReserveStatus reserve(NaiveAuction lot) {
        if (lot.listing.reserve() == null) {
            return ReserveStatus.NONE;
        }
        Long price = lot.reservePrice();
        return price != null && price >= lot.reserve() ? ReserveStatus.MET : ReserveStatus.NOT_MET;
    }

    private static AccountId outbid(Afternoon.Step step) {
        AccountId led = step.before().leader();
        return Stream.of(step.command().by(), step.after().leader())
                        .anyMatch(x -> x != null && x.equals(led))
                ? null
                : led;
    }
}
