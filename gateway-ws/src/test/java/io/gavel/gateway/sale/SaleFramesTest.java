package io.gavel.gateway.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.sale.SaleOffer;
import io.gavel.contracts.sale.SaleState;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Recipient;
import io.gavel.gateway.wire.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SaleFramesTest {

    private final SignedIn signedIn = new SignedIn();
    private final Recipient spectator = new Somebody();
    private final Recipient buyer = new Somebody();
    private final Recipient seller = new Somebody();

    @Test
    void each_gets_one_frame_and_only_buyer_and_seller_learn_who_they_are() {
        signedIn.add(new AccountId("alice"), buyer);
        signedIn.add(new AccountId("sam"), seller);
        Map<Recipient, Frame> frames =
                SaleFrames.of(sold(), Set.of(spectator, buyer), signedIn::of);
        assertThat(frames).containsOnlyKeys(spectator, buyer, seller);
        assertThat(text(frames, spectator))
                .contains("\"hammer\":20500")
                .doesNotContain("alice", "sam", "private");
        assertThat(text(frames, buyer))
                .contains(
                        "\"private\":{\"role\":\"buyer\",\"buyer\":\"alice\",\"seller\":\"sam\"}");
        assertThat(text(frames, seller)).contains("\"private\":{\"role\":\"seller\"");
    }

    @Test
    void a_lot_that_passed_has_no_buyer() {
        signedIn.add(new AccountId("sam"), seller);
        Map<Recipient, Frame> frames = SaleFrames.of(unsold(), Set.of(spectator), signedIn::of);
        assertThat(text(frames, spectator)).doesNotContain("hammer", "sam");
        assertThat(text(frames, seller))
                .contains("\"private\":{\"role\":\"seller\",\"seller\":\"sam\"}");
    }

    @Test
    void an_open_offer_is_told_to_the_underbidder_alone() {
        signedIn.add(new AccountId("alice"), buyer);
        signedIn.add(new AccountId("sam"), seller);
        Recipient underbidder = new Somebody();
        signedIn.add(new AccountId("carol"), underbidder);
        Sale offered = byOffer(SaleState.OFFERED, null, Instant.EPOCH);

        Map<Recipient, Frame> frames = SaleFrames.of(offered, Set.of(spectator), signedIn::of);

        assertThat(frames).containsOnlyKeys(spectator, seller, underbidder);
        assertThat(text(frames, underbidder))
                .contains(
                        "\"private\":{\"role\":\"underbidder\",\"seller\":\"sam\",\"offer\":{"
                                + "\"price\":19900,\"until\":\"1970-01-01T00:00:00.000Z\"}}");
        assertThat(text(frames, spectator)).doesNotContain("19900", "carol");
        assertThat(text(frames, seller)).doesNotContain("19900", "carol");
    }

    @Test
    void who_accepted_is_the_buyer_at_his_own_price() {
        signedIn.add(new AccountId("alice"), buyer);
        signedIn.add(new AccountId("sam"), seller);
        Recipient underbidder = new Somebody();
        signedIn.add(new AccountId("carol"), underbidder);
        Sale sold = byOffer(SaleState.SOLD_BY_OFFER, new AccountId("carol"), null);

        Map<Recipient, Frame> frames = SaleFrames.of(sold, Set.of(spectator), signedIn::of);

        assertThat(frames).containsOnlyKeys(spectator, seller, underbidder);
        assertThat(text(frames, underbidder))
                .contains("\"role\":\"buyer\"", "\"offer\":{\"price\":19900}");
        assertThat(text(frames, seller)).contains("\"buyer\":\"carol\"", "19900");
    }

    private static Sale byOffer(SaleState state, AccountId buyer, Instant until) {
        return new Sale(
                new LotId(new UUID(0, 1)),
                9,
                "Lamp",
                CloseOutcome.SOLD,
                state,
                new Money(20500),
                new Paddle(12),
                "EUR",
                Instant.EPOCH,
                buyer,
                new AccountId("sam"),
                new SaleOffer(new AccountId("carol"), new Money(19900), until));
    }

    private static String text(Map<Recipient, Frame> frames, Recipient one) {
        return new String(frames.get(one).utf8(), StandardCharsets.UTF_8);
    }

    private static Sale sold() {
        return new Sale(
                new LotId(new UUID(0, 1)),
                9,
                "Lamp",
                CloseOutcome.SOLD,
                SaleState.AWAITING_PAYMENT,
                new Money(20500),
                new Paddle(12),
                "EUR",
                Instant.EPOCH,
                new AccountId("alice"),
                new AccountId("sam"));
    }

    private static Sale unsold() {
        return new Sale(
                new LotId(new UUID(0, 1)),
                9,
                "Lamp",
                CloseOutcome.UNSOLD,
                SaleState.UNSOLD,
                null,
                null,
                "EUR",
                Instant.EPOCH,
                null,
                new AccountId("sam"));
    }

    private static final class Somebody implements Recipient {
        @Override
        public void send(Frame frame) {}

        @Override
        public Mono<Void> room() {
            return Mono.empty();
        }
    }
}
