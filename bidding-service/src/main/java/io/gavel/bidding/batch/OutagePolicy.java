package io.gavel.bidding.batch;

import io.gavel.bidding.auction.OutageTerms;
import java.time.Duration;

/**
 * What counts as an outage, and what is made good of it.
 *
 * @param threshold signs of life that are further apart than this show an outage
 */
record OutagePolicy(Duration threshold, OutageTerms terms) {}
