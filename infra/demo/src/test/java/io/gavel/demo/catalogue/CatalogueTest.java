package io.gavel.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.ListingForm;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.demo.bidder.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final List<Idea> IDEAS = Catalogue.read().ideas();

    static Stream<Idea> ideas() {
        return IDEAS.stream();
    }

    @ParameterizedTest
    @MethodSource("ideas")
    void eachListingIsTakenByTheHouse(Idea idea) {
        for (int round = 0; round < 2; round++) {
            Duration lasts = idea.lasts(round, new SplittableRandom(round));
            Fields fields = new Fields(Json.tree(idea.listing(NOW, lasts, List.of())));
            assertThat(ListingForm.read(fields)).as(fields.problems().toString()).isPresent();
        }
        assertThat(new AccountId(idea.seller()).value()).isNotEqualTo("alice").isNotEqualTo("bob");
    }

    @ParameterizedTest
    @MethodSource("ideas")
    void eachLotHasSeveralWhoWantItForMoreThanItStartsAt(Idea idea) {
        assertThat(Cast.ALL)
                .filteredOn(person -> person.tastes().contains(idea.kind()))
                .hasSizeGreaterThanOrEqualTo(3);
        long start = idea.lot().get("startingPrice").longValue();
        boolean falls = idea.format().equals("dutch");
        assertThat(idea.worth().low())
                .isGreaterThan(falls ? idea.lot().get("floor").longValue() : start);
        assertThat(falls ? start : Long.MAX_VALUE).isGreaterThan(idea.worth().high());
    }

    @Test
    void thereIsEnoughOfEachPaceAndFormatUnderTitlesOfTheirOwn() {
        assertThat(IDEAS).extracting(Idea::title).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Pace.values()).mapToInt(Pace::up).sum())
                .isGreaterThanOrEqualTo(24);
        for (Pace pace : Pace.values()) {
            assertThat(IDEAS)
                    .filteredOn(idea -> idea.pace() == pace)
                    .hasSizeGreaterThanOrEqualTo(pace.up());
        }
        assertThat(IDEAS.stream().map(Idea::format).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("english", "dutch", "vickrey", "sealed-first-price");
    }

    @Test
    void theFirstEndWithinMinutesOneAfterTheOther() {
        List<Duration> ends =
                IDEAS.stream()
                        .filter(idea -> idea.pace() == Pace.BRISK)
                        .limit(Pace.BRISK.up())
                        .map(idea -> idea.lasts(0, new SplittableRandom(1)))
                        .toList();
        assertThat(ends).isSorted().doesNotHaveDuplicates();
        assertThat(ends.getFirst()).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(75));
        assertThat(ends.getLast()).isLessThanOrEqualTo(Duration.ofMinutes(6));
    }
}
