package io.gavel.bidding.auction;

import java.util.List;

/** What a command does: the facts in their order, and the answer to its sender. */
public record Verdict(List<Fact> facts, Answer answer) {}
