package io.gavel.settlement.bidders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.fixture.LotOnStage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BidderNewsTest {

    private final LotOnStage lot = LotOnStage.longOpen();

    @Test
    void ofAPollOnlyTheNewestDecisionOnEachPaddleIsKept() {
        assertThat(
                        merged(
                                lot.decision("carol", 2, 900),
                                lot.decision("alice", 1, 1_500),
                                lot.decision("alice", 1, 3_000),
                                lot.decision("alice", 1, 2_000)))
                .containsExactly(
                        new BidderNews(
                                lot.id(),
                                new Paddle(1),
                                new AccountId("alice"),
                                new Money(2_000),
                                3),
                        new BidderNews(
                                lot.id(),
                                new Paddle(2),
                                new AccountId("carol"),
                                new Money(900),
                                0));
    }

    @Test
    void afterTakingBidsBackNoMaximumIsKnown() {
        assertThat(merged(lot.decision("alice", 1, 1_500), lot.retractedBy("alice", 1)))
                .containsExactly(
                        new BidderNews(lot.id(), new Paddle(1), new AccountId("alice"), null, 1));
    }

    @Test
    void aRefusedBidSeatsNobody() {
        String refused =
                new String(lot.decision("alice", 1, 1_500), UTF_8).replace("accepted", "rejected");

        assertThat(BidderNews.read(refused.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void aDecisionWithoutAPaddleSeatsNobody() {
        String listing =
                new String(lot.decision("bob", 1, 1_500), UTF_8).replace("\"paddle\":1,", "");

        assertThat(BidderNews.read(listing.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void neitherMaximumNorAccountIsInALogLine() {
        assertThat(merged(lot.decision("alice", 1, 98_765)).toString())
                .doesNotContain("98765", "alice");
    }

    private static List<BidderNews> merged(byte[]... decisions) {
        return BidderNews.merged(
                Stream.of(decisions).map(BidderNews::read).flatMap(Optional::stream).toList());
    }
}
