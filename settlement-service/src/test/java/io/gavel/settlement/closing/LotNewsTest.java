package io.gavel.settlement.closing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.settlement.fixture.LotOnStage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotNewsTest {

    private static final Instant END = Instant.parse("2026-11-22T14:00:00Z");
    private static final Instant LATER = END.plusSeconds(120);

    @Test
    void aPollsEventsOfALotAreOneNewsWithAllThatMatters() {
        LotOnStage lot = LotOnStage.closingAt(END);

        List<LotNews> news =
                merged(lot.listed(), lot.bid(3, 1_050), lot.extended(LATER), lot.sold());

        assertThat(news)
                .containsExactly(
                        new LotNews(
                                lot.id(),
                                4,
                                LotStatus.CLOSED,
                                LATER,
                                new LotNews.Listed(LotOnStage.BOB, "Lamp", "EUR", null),
                                new LotNews.Closed(
                                        4,
                                        LATER,
                                        CloseOutcome.SOLD,
                                        new Money(1_050),
                                        new Paddle(3),
                                        ReserveStatus.NONE),
                                null));
    }

    @Test
    void theOrderAndTheNumberOfDeliveriesDoNotMatter() {
        LotOnStage lot = LotOnStage.closingAt(END);
        LotOnStage other = LotOnStage.closingAt(END);
        List<byte[]> events =
                new ArrayList<>(
                        List.of(
                                lot.listed(END.minusSeconds(60)),
                                lot.opened(),
                                other.listed(),
                                lot.bid(3, 1_050),
                                lot.extended(LATER),
                                other.closed(CloseOutcome.UNSOLD),
                                lot.sold()));
        List<LotNews> inOrder = merged(events.toArray(byte[][]::new));

        long seed = 7;
        Random chance = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<byte[]> mixed = new ArrayList<>(events);
            mixed.add(events.get(chance.nextInt(events.size())));
            Collections.shuffle(mixed, chance);
            assertThat(merged(mixed.toArray(byte[][]::new)))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void aScheduledLotTellsWhenItOpens() {
        Instant opensAt = END.minusSeconds(60);

        assertThat(merged(LotOnStage.closingAt(END).listed(opensAt)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.status()).isEqualTo(LotStatus.SCHEDULED);
                    assertThat(it.opensAt()).isEqualTo(opensAt);
                    assertThat(it.closedAt()).isNull();
                });
    }

    @Test
    void lotsOfEveryFormatAndAllThatHappensToThemCanBeRead() {
        LotOnStage lot = LotOnStage.closingAt(END);
        LotOnStage dutch = LotOnStage.closingAt(END);
        Format falling = new Format.Dutch(new Money(100), Duration.ofSeconds(1), new Money(200));

        List<LotNews> news =
                Stream.of(
                                lot.listed(new Format.SealedFirstPrice(), null),
                                lot.sealedBid(),
                                lot.paused(),
                                lot.extendedBy(5),
                                lot.resumedAfter(Duration.ofMinutes(1)),
                                lot.retracted(1),
                                lot.revealed(1, 2_000),
                                lot.soldTo(1, 2_000),
                                dutch.listed(falling, null),
                                dutch.closed(CloseOutcome.CANCELLED, "lost"))
                        .map(LotNews::read)
                        .toList();

        assertThat(news).extracting(LotNews::status).contains(LotStatus.PAUSED);
        assertThat(LotNews.merged(news))
                .extracting(LotNews::outcome)
                .containsExactlyInAnyOrder("sold", "cancelled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"lot\";lot: missing (expected: a value)",
                "\"type\";type: missing (expected: a value)",
                "\"status\";status: missing (expected: a value)",
                "\"closesAt\";closesAt: missing (expected: a value)",
                "\"outcome\";outcome: missing (expected: a value)",
                "\"hammer\";hammer: missing (expected: a value)",
                "\"winner\";winner: missing (expected: a value)"
            })
    void anEventWithoutWhatAClosingNeedsIsRefused(String field, String message) {
        LotOnStage lot = LotOnStage.closingAt(END);
        lot.bid(1, 1_050);
        String sold = new String(lot.sold(), UTF_8).replace(field + ":", "\"other\":");

        assertThatThrownBy(() -> LotNews.read(sold.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static List<LotNews> merged(byte[]... events) {
        return LotNews.merged(Stream.of(events).map(LotNews::read).toList());
    }
}
