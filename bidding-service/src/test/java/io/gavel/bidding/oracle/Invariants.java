package io.gavel.bidding.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.auction.DutchBidding;
import io.gavel.bidding.auction.EnglishBidding;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.SealedBidding;
import io.gavel.bidding.auction.Standing;
import io.gavel.bidding.log.LogHead;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Ruling;
import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.PublicState;
import io.gavel.contracts.lot.ReserveStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What holds after every command, whatever it was (DESIGN §1). */
record Invariants(LotEntry before, Ruling ruling, Instant at) {

    void hold() {
        theLogIsGaplessAndChained();
        theNewestEventIsASnapshot();
        nothingHappensAfterTheClose();
        theEndNeverMovesBack();
        thePriceFallsOnlyByRetractionAndNeverAboveTheMaximum();
        whatChangedIsTold();
        aSaleIsToTheLeaderAtThePrice();
        nobodyIsNamed();
    }

    private List<EventView> events() {
        return ruling.events().stream()
                .map(event -> Json.read(event.bytes(), EventView.class))
                .toList();
    }

    private Lot.Listed was() {
        return (Lot.Listed) before.lot();
    }

    private Lot.Listed is() {
        return (Lot.Listed) ruling.after().lot();
    }

    private void theLogIsGaplessAndChained() {
        LogHead head = before.head();
        for (SealedEvent event : ruling.events()) {
            EventView view = Json.read(event.bytes(), EventView.class);
            assertThat(event.version()).isEqualTo(head.version() + 1);
            assertThat(view.version()).isEqualTo(event.version());
            assertThat(view.type()).isEqualTo(event.type());
            assertThat(view.prev()).isEqualTo(head.hash());
            assertThat(view.at()).isEqualTo(at);
            head = new LogHead(event.version(), Sha256.of(event.bytes()));
        }
        assertThat(ruling.after().head()).isEqualTo(head);
        assertThat(ruling.decision().version()).isEqualTo(head.version());
    }

    private void theNewestEventIsASnapshot() {
        if (!ruling.events().isEmpty()) {
            EventView newest = events().getLast();
            PublicState told =
                    new PublicState(
                            newest.status(),
                            newest.price(),
                            newest.leader(),
                            newest.next(),
                            newest.bids(),
                            newest.closesAt(),
                            newest.reserve());
            assertThat(told).isEqualTo(is().publicState(at));
        } else if (!isDutch()) {
            assertThat(is().publicState(at)).isEqualTo(was().publicState(at));
        }
    }

    private void nothingHappensAfterTheClose() {
        long closings = events().stream().filter(event -> event.type().equals("closed")).count();
        if (was() instanceof Lot.Closed) {
            assertThat(ruling.changed()).isFalse();
            assertThat(ruling.events()).isEmpty();
            assertThat(ruling.after()).isEqualTo(before);
        } else {
            boolean closes = is() instanceof Lot.Closed;
            assertThat(closings).isEqualTo(closes ? 1 : 0);
            assertThat(!closes || events().getLast().type().equals("closed")).isTrue();
        }
    }

    private void theEndNeverMovesBack() {
        assertThat(is().closesAt()).isAfterOrEqualTo(was().closesAt());
    }

    private void thePriceFallsOnlyByRetractionAndNeverAboveTheMaximum() {
        Money price = is().publicState(at).price();
        boolean retracted = isTold("bid-retracted");
        if (!isDutch() && !retracted) {
            assertThat(price).isGreaterThanOrEqualTo(was().publicState(at).price());
        }
        if (isDutch() || retracted) {
            assertThat(price).isLessThanOrEqualTo(was().publicState(at).price());
        }
        if (is() instanceof Lot.Opened opened
                && opened.bidding() instanceof EnglishBidding english
                && english.standing() instanceof Standing.Led led) {
            assertThat(led.max()).isGreaterThanOrEqualTo(led.price());
            assertThat(led.price()).isEqualTo(price);
            assertThat(led.underbid() == null || price.isAtLeast(led.underbid())).isTrue();
        }
    }

    private void whatChangedIsTold() {
        ReserveStatus reserve = is().publicState(at).reserve();
        boolean met = reserve == ReserveStatus.MET && was().publicState(at).reserve() != reserve;
        long told = events().stream().filter(e -> e.type().equals("reserve-met")).count();
        assertThat(told).isEqualTo(met && !isSealed() ? 1 : 0);

        boolean moved = is().closesAt().isAfter(was().closesAt());
        boolean extended = isTold("extended");
        assertThat(!extended || moved).isTrue();
        assertThat(!moved || extended || isTold("resumed") || isCancelled()).isTrue();
    }

    private boolean isTold(String type) {
        return events().stream().anyMatch(event -> event.type().equals(type));
    }

    private boolean isCancelled() {
        return is() instanceof Lot.Closed closed && closed.outcome() == CloseOutcome.CANCELLED;
    }

    private void aSaleIsToTheLeaderAtThePrice() {
        if (is() instanceof Lot.Closed closed) {
            PublicState state = closed.publicState(at);
            if (closed.outcome() == CloseOutcome.SOLD) {
                assertThat(closed.hammer()).isEqualTo(state.price());
                assertThat(closed.winner()).isEqualTo(state.leader()).isNotNull();
            } else {
                assertThat(closed.hammer()).isNull();
                assertThat(closed.winner()).isNull();
            }
        }
    }

    private void nobodyIsNamed() {
        for (SealedEvent event : ruling.events()) {
            assertThat(new String(event.bytes(), StandardCharsets.UTF_8))
                    .doesNotContain("bidder-", "his-wife", "operator");
        }
    }

    private boolean isSealed() {
        return is() instanceof Lot.Opened opened && opened.bidding() instanceof SealedBidding;
    }

    private boolean isDutch() {
        return is() instanceof Lot.Opened opened && opened.bidding() instanceof DutchBidding;
    }
}
