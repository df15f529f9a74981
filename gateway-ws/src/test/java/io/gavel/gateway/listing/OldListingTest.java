package io.gavel.gateway.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.ListingForm;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.PhotoId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OldListingTest {

    private static final String LOT =
            """
            {"id":"0197b1c2-3d4e-7f50-8a61-72839405a6b7","seller":"bob","title":"Lamp","description":"Brass.",
             "photos":["0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"],"format":"english",
             "currency":"EUR","startingPrice":5000,"increments":[[0,500]],"opensAt":"2026-11-22T14:00:00.000Z",
             "closesAt":"2026-11-22T14:05:00.000Z","softClose":{"window":"PT2M","extension":"PT2M"},"largeBidFactor":null,
             "ownRaise":"keeps-price","estimate":null,"buyNow":null,"absenteeBids":false,"retraction":true,"version":9,
             "status":"closed","price":5000,"reserve":"not-met","outcome":"unsold"}
            """;

    private static final String NEW_END = "\"closesAt\":\"2027-01-01T00:00:00.000Z\"";

    @Test
    void rules_stay_and_end_opening_and_reserve_are_new() {
        Listing listing = again("{" + NEW_END + "}");

        assertThat(listing.title()).isEqualTo("Lamp");
        assertThat(listing.description()).isEqualTo("Brass.");
        assertThat(listing.photos()).containsExactly(new PhotoId("0a".repeat(32)));
        assertThat(listing.rules().closesAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(listing.rules().opensAt()).isNull();
        assertThat(listing.reserve()).isNull();
        assertThat(listing.rules().format())
                .isInstanceOfSatisfying(
                        Format.English.class,
                        english -> {
                            assertThat(english.largeBidFactor()).isNull();
                            assertThat(english.retraction()).isTrue();
                            assertThat(english.softClose()).isNotNull();
                        });
    }

    @Test
    void what_is_given_takes_the_place_of_what_was() {
        Listing listing =
                again("{" + NEW_END + ",\"startingPrice\":100,\"reserve\":900,\"softClose\":null}");

        assertThat(listing.rules().startingPrice()).isEqualTo(new Money(100));
        assertThat(listing.reserve()).isEqualTo(new Money(900));
        assertThat(((Format.English) listing.rules().format()).softClose()).isNull();
    }

    @Test
    void without_a_new_end_it_is_no_listing() {
        Fields fields = new Fields(OldListing.with(json(LOT), json("{}")));

        assertThat(ListingForm.read(fields)).isEmpty();
        assertThat(fields.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("closesAt"));
    }

    @Test
    void a_lot_comes_up_again_as_always_the_same_one() {
        LotId lot = new LotId(UUID.fromString("0197b1c2-3d4e-7f50-8a61-72839405a6b7"));

        assertThat(NewLot.again(lot)).isEqualTo(NewLot.again(lot)).isNotEqualTo(lot);
        assertThat(NewLot.relisting(lot, "k")).isEqualTo(NewLot.relisting(lot, "k"));
        assertThat(NewLot.relisting(lot, "k")).isNotEqualTo(NewLot.relisting(lot, "l"));
        assertThat(NewLot.again(NewLot.again(lot))).isNotEqualTo(NewLot.again(lot));
    }

    private static Listing again(String given) {
        return ListingForm.read(new Fields(OldListing.with(json(LOT), json(given)))).orElseThrow();
    }

    private static JsonNode json(String text) {
        return Json.tree(text.getBytes(UTF_8));
    }
}
