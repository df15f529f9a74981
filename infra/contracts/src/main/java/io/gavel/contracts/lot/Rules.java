package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The public rules of a lot, frozen when it is listed; the reserve amount is not among them. As
 * JSON they are one flat object, with the fields of their format.
 *
 * @param format with the rules that it alone has
 * @param currency ISO 4217 code
 * @param startingPrice the least first bid; of a Dutch lot, the price it falls from
 * @param opensAt when bidding begins; null means with the listing
 * @param closesAt when bidding ends, unless it is moved
 * @param absenteeBids whether bids before {@code opensAt} are kept and placed at opening
 */
public record Rules(
        Format format,
        String currency,
        Money startingPrice,
        @Nullable Instant opensAt,
        Instant closesAt,
        boolean absenteeBids) {

    /** How long after its listing, or after being moved, a lot may end at the latest. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** Whether it may be listed at that time: it ends later, by {@link #LONGEST} at the most. */
    public boolean endsInTime(Instant at) {
        return closesAt.isAfter(at) && !closesAt.isAfter(at.plus(LONGEST));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Rules of(FlatRules flat) {
        return flat.rules();
    }

    @JsonValue
    Map<String, Object> fields() {
        return FlatRules.fields(this);
    }
}
