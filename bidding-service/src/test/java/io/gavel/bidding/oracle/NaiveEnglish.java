package io.gavel.bidding.oracle;

import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.LowerMax;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.RetractBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** RULES, "English", from the list of all bids that stand. */
final class NaiveEnglish extends NaiveAuction {

    private record Bid(AccountId by, long amount, Instant at, boolean seen) {}

    private final Format.English rules;

    /** All that stand, in log order. */
    private List<Bid> standing = new ArrayList<>();

    private long price;

    NaiveEnglish(Listing listing, AccountId seller, Instant listedAt) {
        super(listing, seller, listedAt);
        rules = (Format.English) listing.rules().format();
        price = start();
    }

    /** The first of the highest; null if there is none. */
    private Bid best() {
        Bid best = null;
        for (Bid bid : standing) {
            if (best == null || bid.amount > best.amount) {
                best = bid;
            }
        }
        return best;
    }

    /** The price by the two highest maxima of different bidders. */
    private long priceOfTheMaxima() {
        Bid best = best();
        if (best == null) {
            return start();
        }
        long second = 0;
        for (Bid bid : standing) {
            if (!bid.by.equals(best.by)) {
                second = Math.max(second, bid.amount);
            }
        }
        long price = second == 0 ? start() : Math.min(best.amount, above(second));
        return best.amount >= reserve() ? Math.max(price, reserve()) : price;
    }

    private long above(long amount) {
        long step = 0;
        for (var rung : rules.increments().rungs()) {
            if (rung.from().minor() <= amount) {
                step = rung.step().minor();
            }
        }
        return Math.min(Money.MAX_MINOR, amount + step);
    }

    @Override
    void opens() {
        Instant time = now;
        now = clock.opensAt;
        for (PlaceBid bid : early) {
            if (answerBid(bid, true).equals(YES)) {
                bid(bid.by(), bid.amount().minor());
            }
        }
        now = time;
    }

    @Override
    void take(Command command) {
        switch (command) {
            case PlaceBid bid -> bid(bid.by(), bid.amount().minor());
            case LowerMax lower ->
                    standing.replaceAll(bid ->
                            bid.by.equals(lower.by()) ? capped(bid, lower.amount().minor()) : bid);
            case RetractBid retract -> retract(retract.by());
            case BuyNow buy -> {
                price = rules.buyNow().price().minor();
                standing.add(new Bid(buy.by(), price, now, true));
                outcome = CloseOutcome.SOLD;
                hammer = price;
                winner = buy.by();
            }
            default -> throw new IllegalArgumentException("not english: " + command);
        }
    }

    private static Bid capped(Bid bid, long most) {
        return new Bid(bid.by, Math.min(bid.amount, most), bid.at, bid.seen);
    }

    private void bid(AccountId by, long amount) {
        boolean raise = by.equals(leader());
        standing.add(new Bid(by, amount, now, !raise));
        if (raise && rules.ownRaise() == OwnRaise.KEEPS_PRICE) {
            price = amount >= reserve() ? Math.max(price, reserve()) : price;
        } else {
            price = priceOfTheMaxima();
        }
        if (!raise) {
            clock.changed(now, rules.softClose());
        }
    }

    private void retract(AccountId by) {
        AccountId leader = leader();
        long before = price;
        if (lastsHalfADay()) {
            standing.removeIf(bid -> bid.by.equals(by));
        } else {
            standing.remove(standing.lastIndexOf(lastOf(by)));
        }
        price = best() == null ? start() : Math.min(before, priceOfTheMaxima());
        if (price != before || !leader.equals(leader())) {
            clock.changed(now, rules.softClose());
        }
    }

    private Bid lastOf(AccountId by) {
        return standing.stream()
                .filter(bid -> bid.by.equals(by))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private boolean lastsHalfADay() {
        return Duration.between(now, clock.end).compareTo(Duration.ofHours(12)) >= 0;
    }

    @Override
    String answerEarly(PlaceBid bid) {
        long own =
                early.stream()
                        .filter(each -> each.by().equals(bid.by()))
                        .mapToLong(each -> each.amount().minor())
                        .max()
                        .orElse(0);
        if (barred(bid.by(), bid.suspended()) != null) {
            return barred(bid.by(), bid.suspended());
        }
        if (bid.amount().minor() < start()) {
            return "too-low";
        }
        if (bid.amount().minor() <= own) {
            return "below-own-max";
        }
        return isUnconfirmed(bid, start()) ? "confirm-large" : YES;
    }

    @Override
    String answerOpen(Command command) {
        return switch (command) {
            case PlaceBid bid -> answerBid(bid, bid.confirmLarge());
            case LowerMax lower -> answerLower(lower);
            case BuyNow buy ->
                    barred(buy.by(), buy.suspended()) != null
                            ? barred(buy.by(), buy.suspended())
                            : isOffered() ? YES : "not-allowed";
            case RetractBid retract -> answerRetract(retract);
            default -> "invalid";
        };
    }

    private String answerBid(PlaceBid bid, boolean confirmed) {
        long amount = bid.amount().minor();
        if (barred(bid.by(), bid.suspended()) != null) {
            return barred(bid.by(), bid.suspended());
        }
        if (bid.by().equals(leader())) {
            if (amount <= best().amount) {
                return "below-own-max";
            }
        } else if (amount < next() || (leader() != null && amount <= price)) {
            return "too-low";
        }
        return !confirmed && isUnconfirmed(bid, next()) ? "confirm-large" : YES;
    }

    private boolean isUnconfirmed(PlaceBid bid, long due) {
        Integer factor = rules.largeBidFactor();
        long amount = bid.amount().minor();
        return !bid.confirmLarge()
                && factor != null
                && amount > due * factor
                && (rules.estimate() == null || amount > rules.estimate().minor() * 5);
    }

    private String answerLower(LowerMax lower) {
        long amount = lower.amount().minor();
        if (!lower.by().equals(leader())) {
            return "not-allowed";
        }
        if (amount < price) {
            return "too-low";
        }
        return amount >= best().amount ? "invalid" : YES;
    }

    private boolean isOffered() {
        if (rules.buyNow() == null) {
            return false;
        }
        return switch (rules.buyNow().policy()) {
            case FIRST_BID -> best() == null;
            case RESERVE_MET -> best() == null || best().amount < reserve();
            case PRICE_REACHES -> best() == null || price < rules.buyNow().reaches().minor();
        };
    }

    private String answerRetract(RetractBid retract) {
        Bid last = lastOf(retract.by());
        if (!rules.retraction() || last == null) {
            return "not-allowed";
        }
        boolean fresh = Duration.between(last.at, now).compareTo(Duration.ofHours(1)) <= 0;
        return lastsHalfADay() || fresh ? YES : "not-allowed";
    }

    @Override
    void settle() {
        if (best() != null && price >= reserve()) {
            hammer = price;
            winner = leader();
        }
    }

    @Override
    long price() {
        return price;
    }

    @Override
    long next() {
        return best() == null ? start() : above(price);
    }

    @Override
    int bids() {
        return (int) standing.stream().filter(Bid::seen).count();
    }

    @Override
    AccountId leader() {
        if (winner != null) {
            return winner;
        }
        return best() == null ? null : best().by;
    }

    @Override
    long secret() {
        return best() == null ? price : best().amount;
    }

    @Override
    boolean hasBids() {
        return best() != null;
    }

    @Override
    Long reservePrice() {
        return best() == null ? null : Long.valueOf(price);
    }
}
