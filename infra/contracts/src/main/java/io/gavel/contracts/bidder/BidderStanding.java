package io.gavel.contracts.bidder;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gavel.contracts.lot.AccountId;

/**
 * How a bidder stands with the house now; private.
 *
 * @param strikes how often he did not pay in time
 * @param suspended he may not bid, on any lot
 * @param version one more with each change
 */
@JsonPropertyOrder({"account", "strikes", "suspended", "version"})
public record BidderStanding(AccountId account, long strikes, boolean suspended, long version) {}
