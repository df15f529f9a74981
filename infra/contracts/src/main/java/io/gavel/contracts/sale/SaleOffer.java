package io.gavel.contracts.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A second chance for an underbidder, private.
 *
 * @param price his own highest bid
 * @param until when it ends; null once he has accepted
 */
@JsonPropertyOrder({"to", "price", "until"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SaleOffer(AccountId to, Money price, @Nullable Instant until) {}
