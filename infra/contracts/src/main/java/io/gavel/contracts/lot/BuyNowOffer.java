package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A price at which the lot can be had at once, and how long the offer stands (RULES, "Buy now").
 *
 * @param reaches with {@link Until#PRICE_REACHES}: the price that ends the offer; else null; its
 *     own price if none is named
 */
@JsonPropertyOrder({"price", "policy", "reaches"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BuyNowOffer(Money price, Until policy, @Nullable Money reaches) {

    /** What ends the offer. */
    public enum Until {
        @JsonProperty("until-first-bid")
        FIRST_BID("until-first-bid"),
        @JsonProperty("until-reserve-met")
        RESERVE_MET("until-reserve-met"),
        @JsonProperty("until-price-reaches")
        PRICE_REACHES("until-price-reaches");

        private final String word;

        Until(String word) {
            this.word = word;
        }

        /** The word in messages. */
        public String word() {
            return word;
        }
    }

    /** The price that ends the offer: its own unless another was named. */
    public Money end() {
        return reaches == null ? price : reaches;
    }

    /** Whether it is at least 30 % above a starting price. */
    public boolean isFarEnoughAbove(Money startingPrice) {
        return price.minor() * 10 >= startingPrice.minor() * 13;
    }
}
