package io.gavel.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Rules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lot starts at 1000; unless a row says otherwise it is open at version 17, next is 2100. */
class AdviserTest {

    private static final CommandId ID = new CommandId(new UUID(0, 1));
    private static final CommandId OTHER = new CommandId(new UUID(0, 2));
    private static final LotId LOT = new LotId(new UUID(0, 3));
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    below the starting price, whoever bids       | 999  | -    | -                | too-low
                    at the starting price: may have counted once | 1000 | -    | -                | may-count
                    below next: may be a first bid sent again    | 1500 | -    | -                | may-count
                    at next                                      | 2100 | -    | -                | may-count
                    had no bid when 1500 was the price           | 1599 | 1500 | -                | too-low
                    the least that counted then may count        | 1600 | 1500 | -                | may-count
                    refused at the starting price, next as well  | 999  | 1000 | -                | too-low
                    at it is the first bid                       | 1000 | 1000 | -                | may-count
                    the ladder's step is smaller from 2000 on    | 2009 | 1999 | -                | too-low
                    so next may become less than it was          | 2010 | 1999 | -                | may-count
                    the lot here is older than the refusal       | 2100 | 5000 | -                | lot-is-behind
                    the bidder insists                           | 999  | -    | insists          | insists
                    the lot is not in memory                     | 999  | -    | unknown          | unknown-lot
                    sealed first price                           | 999  | -    | sealed           | other-format
                    sealed second price                          | 999  | -    | vickrey          | other-format
                    a Dutch price falls                          | 999  | -    | dutch            | other-format
                    bids may be taken back                       | 999  | -    | retraction       | retraction
                    the account is suspended                     | 999  | -    | suspended        | suspended
                    before the opening, maybe an absentee bid    | 999  | -    | scheduled        | not-open
                    paused                                       | 999  | -    | paused           | not-open
                    closed                                       | 999  | -    | closed           | not-open
                    past its end                                 | 999  | -    | over             | not-open
                    the same id waits for its decision           | 999  | -    | under way        | sent-before
                    the same id was refused                      | 999  | -    | refused          | sent-before
                    the same id was refused, above the start     | 1599 | 1500 | refused          | sent-before
                    another id was refused                       | 999  | -    | another          | too-low
                    a lot with absentee bids that has opened     | 999  | -    | absentee         | too-low
                    """)
    void what_is_refused_and_why_the_rest_goes_to_the_log(
            String what, long amount, @Nullable Long refusedAt, @Nullable String but, String word) {
        String set = but == null ? "" : but;
        Advice advice =
                Adviser.advise(
                        new Question(
                                new PlaceBid(
                                        ID,
                                        LOT,
                                        new AccountId("alice"),
                                        new Money(amount),
                                        false,
                                        set.equals("suspended")),
                                set.equals("insists"),
                                set.equals("under way"),
                                set.equals("unknown")
                                        ? null
                                        : new Question.SeenLot(rules(set), newest(set)),
                                new Refusal(
                                        refusedAt == null ? null : new Money(refusedAt),
                                        switch (set) {
                                            case "refused" -> List.of(OTHER, ID);
                                            case "another" -> List.of(OTHER);
                                            default -> List.of();
                                        }),
                                NOW));
        assertThat(advice.word()).as(what).isEqualTo(word);
        if (word.equals("too-low")) {
            assertThat(advice).isEqualTo(new Advice.TooLow(17, new Money(2_000), new Money(2_100)));
        }
    }

    private static Rules rules(String set) {
        String own =
                switch (set) {
                    case "sealed" -> "\"format\":\"sealed-first-price\"";
                    case "vickrey" -> "\"format\":\"vickrey\"";
                    case "dutch" ->
                            "\"format\":\"dutch\",\"step\":100,\"tick\":\"PT1M\",\"floor\":100";
                    default ->
                            "\"format\":\"english\",\"increments\":[[0,100],[2000,10]],"
                                    + "\"ownRaise\":\"keeps-price\",\"absenteeBids\":"
                                    + set.equals("absentee")
                                    + ",\"retraction\":"
                                    + set.equals("retraction");
                };
        String json =
                "{"
                        + own
                        + ",\"currency\":\"EUR\",\"startingPrice\":1000,"
                        + "\"closesAt\":\"2026-11-22T15:00:00.000Z\"}";
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Rules.class);
    }

    private static EventView newest(String set) {
        String status =
                switch (set) {
                    case "scheduled", "paused", "closed" -> set;
                    default -> "open";
                };
        String event =
                """
                {"lot":"%s","version":17,"at":"2026-11-22T13:00:00.000Z","offset":7,"type":"bid",\
                "paddle":2,"amount":2000,"status":"%s","price":2000,"leader":2,"next":2100,"bids":3,\
                "closesAt":"%s","reserve":"none","prev":"%s"}\
                """
                        .formatted(
                                LOT,
                                status,
                                set.equals("over") ? NOW : NOW.plusSeconds(60),
                                "0".repeat(64));
        return Json.read(event.getBytes(StandardCharsets.UTF_8), EventView.class);
    }
}
