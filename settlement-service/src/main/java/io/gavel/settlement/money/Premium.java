package io.gavel.settlement.money;

import io.gavel.contracts.lot.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's premium, in brackets like tax bands: each rate is for the part of the hammer price
 * within its bracket, so a higher price never pays less.
 */
public record Premium(List<Bracket> brackets) {

    /**
     * A band of the hammer price, from where the one before ends.
     *
     * @param upTo where it ends, itself included, in major units of the lot's currency; null for
     *     the last, which has no end
     */
    public record Bracket(@Nullable Long upTo, Rate rate) {}

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless the ends ascend and only the last is open
     */
    public Premium {
        brackets = List.copyOf(brackets);
        long end = 0;
        for (int i = 0; i < brackets.size(); i++) {
            Long upTo = brackets.get(i).upTo();
            boolean last = i == brackets.size() - 1;
            if (last != (upTo == null) || (upTo != null && upTo <= end)) {
                throw new IllegalArgumentException(
                        "premium: bracket up to "
                                + upTo
                                + " after "
                                + end
                                + " (expected: ascending ends, none for the last)");
            }
            end = upTo == null ? end : upTo;
        }
        if (brackets.isEmpty()) {
            throw new IllegalArgumentException("premium: no bracket (expected: at least one)");
        }
    }

    /** The premium on a hammer price: exact over all brackets, then rounded once, half up. */
    public Amount on(Amount hammer) {
        if (hammer.minor() < 0) {
            throw new IllegalArgumentException("hammer: " + hammer + " (expected: 0 or more)");
        }
        BigDecimal premium = BigDecimal.ZERO;
        long from = 0;
        for (Bracket bracket : brackets) {
            long to = Math.min(hammer.minor(), end(bracket, hammer.currency()));
            premium = premium.add(bracket.rate().exactly(Math.max(0, to - from)));
            from = Math.max(from, to);
        }
        return new Amount(hammer.currency(), Rate.rounded(premium));
    }

    /**
     * A bracket in a currency.
     *
     * @param upTo its end, itself included, in minor units; null for the last
     */
    public record Band(@Nullable Long upTo, Rate rate) {}

    /** The brackets that amounts of a currency come into. */
    public List<Band> bands(String currency) {
        List<Band> bands = new ArrayList<>();
        for (Bracket bracket : brackets) {
            long end = end(bracket, currency);
            boolean last = end >= Money.MAX_MINOR;
            bands.add(new Band(last ? null : end, bracket.rate()));
            if (last) {
                break;
            }
        }
        return List.copyOf(bands);
    }

    /** In minor units; an end beyond all amounts is as good as none. */
    private static long end(Bracket bracket, String currency) {
        Long upTo = bracket.upTo();
        long minorPerMajor = Currencies.minorPerMajor(currency);
        return upTo == null || upTo > Long.MAX_VALUE / minorPerMajor
                ? Long.MAX_VALUE
                : upTo * minorPerMajor;
    }
}
