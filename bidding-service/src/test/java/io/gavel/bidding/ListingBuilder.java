package io.gavel.bidding;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.PhotoId;
import io.gavel.contracts.lot.Rules;
import io.gavel.contracts.lot.SoftClose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Listings for tests: an English lot from 1.00 on the ladder of eBay, open for an hour, hard close.
 */
public final class ListingBuilder {

    public static final Instant LISTED_AT = Instant.parse("2026-11-22T12:00:00Z");
    public static final Instant CLOSES_AT = Instant.parse("2026-11-22T13:00:00Z");

    private long startingPrice = 100;
    private Ladder ladder = Ladder.EBAY_US;
    private @Nullable Money reserve;
    private @Nullable SoftClose softClose;
    private @Nullable Instant opensAt;
    private Instant closesAt = CLOSES_AT;
    private @Nullable Integer largeBidFactor;
    private OwnRaise ownRaise = OwnRaise.KEEPS_PRICE;
    private @Nullable Money estimate;
    private @Nullable BuyNowOffer buyNow;
    private boolean retraction;
    private boolean absenteeBids;
    private List<AccountId> linked = List.of();
    private List<PhotoId> photos = List.of();
    private @Nullable Format format;
    private String title = "A clock";
    private String description = "Ticks.";
    private String currency = "EUR";

    public static ListingBuilder aLot() {
        return new ListingBuilder();
    }

    public ListingBuilder startingAt(long price) {
        startingPrice = price;
        return this;
    }

    public ListingBuilder onLadder(Ladder increments) {
        ladder = increments;
        return this;
    }

    public ListingBuilder withReserve(long amount) {
        reserve = new Money(amount);
        return this;
    }

    public ListingBuilder withSoftClose(
            Duration window, Duration extension, @Nullable Duration maxExtension) {
        softClose = new SoftClose(window, extension, maxExtension);
        return this;
    }

    public ListingBuilder openingAt(Instant time) {
        opensAt = time;
        return this;
    }

    public ListingBuilder closingAt(Instant time) {
        closesAt = time;
        return this;
    }

    public ListingBuilder confirmingAbove(int factor) {
        largeBidFactor = factor;
        return this;
    }

    public ListingBuilder onOwnRaise(OwnRaise habit) {
        ownRaise = habit;
        return this;
    }

    public ListingBuilder estimatedAt(long amount) {
        estimate = new Money(amount);
        return this;
    }

    public ListingBuilder withBuyNow(long price, BuyNowOffer.Until policy) {
        buyNow = new BuyNowOffer(new Money(price), policy, null);
        return this;
    }

    public ListingBuilder withBuyNowUntilPrice(long price, long reaches) {
        Money ends = new Money(reaches);
        buyNow = new BuyNowOffer(new Money(price), BuyNowOffer.Until.PRICE_REACHES, ends);
        return this;
    }

    public ListingBuilder withRetraction() {
        retraction = true;
        return this;
    }

    public ListingBuilder withAbsenteeBids() {
        absenteeBids = true;
        return this;
    }

    public ListingBuilder linkedTo(String... accounts) {
        linked = Stream.of(accounts).map(AccountId::new).toList();
        return this;
    }

    public ListingBuilder showing(PhotoId... shown) {
        photos = List.of(shown);
        return this;
    }

    /** Not English: a format that brings its own rules. */
    public ListingBuilder as(Format other) {
        format = other;
        return this;
    }

    public ListingBuilder called(String words) {
        title = words;
        return this;
    }

    public ListingBuilder describedAs(String words) {
        description = words;
        return this;
    }

    public ListingBuilder in(String code) {
        currency = code;
        return this;
    }

    public Listing build() {
        Format english =
                new Format.English(
                        ladder, softClose, largeBidFactor, estimate, ownRaise, buyNow, retraction);
        Rules rules =
                new Rules(
                        format == null ? english : format,
                        currency,
                        new Money(startingPrice),
                        opensAt,
                        closesAt,
                        absenteeBids);
        return new Listing(title, description, rules, reserve, linked, photos);
    }
}
