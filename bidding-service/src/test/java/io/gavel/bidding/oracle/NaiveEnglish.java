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
import io.gavel.contracts.lot.OwnRaise;
import java.time.Duration;
import java.time.Instant;

/** RULES, "English", from the list of all bids that stand. */
final class NaiveEnglish extends NaiveAuction {

    private final Format.English rules;

    private final NaiveBids bids = new NaiveBids();

    private long price;

    NaiveEnglish(Listing listing, AccountId seller, Instant listedAt) {
        super(listing, seller, listedAt);
        rules = (Format.English) listing.rules().format();
        price = start();
    }

    private long priceOfTheMaxima() {
        return bids.price(start(), reserve(), rules.increments());
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
            case LowerMax lower -> bids.cap(lower.by(), lower.amount().minor());
            case RetractBid retract -> retract(retract.by());
            case BuyNow buy -> {
                price = rules.buyNow().price().minor();
                bids.all.add(new NaiveBids.Bid(buy.by(), price, now, true));
                outcome = CloseOutcome.SOLD;
                hammer = price;
                winner = buy.by();
            }
            default -> throw new IllegalArgumentException("not english: " + command);
        }
    }

    private void bid(AccountId by, long amount) {
        boolean raise = by.equals(leader());
        bids.all.add(new NaiveBids.Bid(by, amount, now, !raise));
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
            bids.all.removeIf(bid -> bid.by().equals(by));
        } else {
            bids.all.remove(bids.all.lastIndexOf(bids.lastOf(by)));
        }
        price = bids.best() == null ? start() : Math.min(before, priceOfTheMaxima());
        if (price != before || !leader.equals(leader())) {
            clock.changed(now, rules.softClose());
        }
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
            if (amount <= bids.best().amount()) {
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
        return amount >= bids.best().amount() ? "invalid" : YES;
    }

    private boolean isOffered() {
        if (rules.buyNow() == null) {
            return false;
        }
        return switch (rules.buyNow().policy()) {
            case FIRST_BID -> bids.best() == null;
            case RESERVE_MET -> bids.best() == null || bids.best().amount() < reserve();
            case PRICE_REACHES -> bids.best() == null || price < rules.buyNow().reaches().minor();
        };
    }

    private String answerRetract(RetractBid retract) {
        NaiveBids.Bid last = bids.lastOf(retract.by());
        if (!rules.retraction() || last == null) {
            return "not-allowed";
        }
        boolean fresh = Duration.between(last.at(), now).compareTo(Duration.ofHours(1)) <= 0;
        return lastsHalfADay() || fresh ? YES : "not-allowed";
    }

    @Override
    void settle() {
        if (bids.best() != null && price >= reserve()) {
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
        return bids.best() == null ? start() : NaiveBids.above(price, rules.increments());
    }

    @Override
    int bids() {
        return (int) bids.all.stream().filter(NaiveBids.Bid::seen).count();
    }

    @Override
    AccountId leader() {
        if (winner != null) {
            return winner;
        }
        return bids.best() == null ? null : bids.best().by();
    }

    @Override
    long secret() {
        return bids.best() == null ? price : bids.best().amount();
    }

    @Override
    boolean hasBids() {
        return bids.best() != null;
    }

    @Override
    Long reservePrice() {
        return bids.best() == null ? null : Long.valueOf(price);
    }
}
