package io.gavel.contracts.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.Golden;
import io.gavel.contracts.json.FieldProblem;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.OwnRaise;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class ListingFormTest {

    private static final String MINOR =
            " (expected: a whole number of minor units, 1 to 1000000000000000)";
    private static final String INSTANT =
            " (expected: an ISO 8601 instant such as 2026-11-22T14:03:07.412Z, in the years 2000 to"
                    + " 9999)";
    private static final String SORTED = " (expected: sorted, each above the one before)";

    static Stream<Arguments> badFields() {
        return Stream.of(
                bad("title", "null", "missing (expected: a value)"),
                bad("title", "\"\"", "\"\" (expected: 1 to 200 characters)"),
                bad("title", "\"  \"", "\"  \" (expected: 1 to 200 characters)"),
                bad("title", "[\"x\"]", "[\"x\"] (expected: 1 to 200 characters)"),
                bad("title", "\"a\\u0000b\"", "\"a\\u0000b\" (expected: 1 to 200 characters)"),
                bad("title", "\"\\ud800\"", "\"?\" (expected: 1 to 200 characters)"),
                bad(
                        "title",
                        "\"" + "x".repeat(201) + "\"",
                        "\"" + "x".repeat(79) + "… (expected: 1 to 200 characters)"),
                bad(
                        "description",
                        "\"" + "x".repeat(10_001) + "\"",
                        "\"" + "x".repeat(79) + "… (expected: 0 to 10000 characters)"),
                bad(
                        "format",
                        "\"yankee\"",
                        "\"yankee\" (expected: english, sealed-first-price, vickrey or dutch)"),
                bad("currency", "null", "missing (expected: a value)"),
                bad("currency", "\"EUX\"", "\"EUX\" (expected: an ISO 4217 code such as EUR)"),
                bad("currency", "\"eur\"", "\"eur\" (expected: an ISO 4217 code such as EUR)"),
                bad("currency", "978", "978 (expected: an ISO 4217 code such as EUR)"),
                bad("startingPrice", "null", "missing (expected: a value)"),
                bad("startingPrice", "0", "0" + MINOR),
                bad("startingPrice", "-1", "-1" + MINOR),
                bad("startingPrice", "9.99", "9.99" + MINOR),
                bad("startingPrice", "9223372036854775808", "9223372036854775808" + MINOR),
                bad("reserve", "0", "0" + MINOR),
                bad("reserve", "\"100\"", "\"100\"" + MINOR),
                bad(
                        "increments",
                        "\"ebay-uk\"",
                        "\"ebay-uk\" (expected: \"ebay-us\" or [[from, step], …])"),
                bad("increments", "7", "7 (expected: \"ebay-us\" or [[from, step], …])"),
                bad("increments", "[]", "0 steps (expected: 1 to 64)"),
                bad("increments", "[5]", "5 (expected: [from, step])"),
                bad(
                        "increments",
                        "[{\"from\":0,\"step\":5}]",
                        "{\"from\":0,\"step\":5} (expected: [from, step])"),
                bad("increments", "[[0]]", "a step of 1 numbers (expected: [from, step])"),
                bad(
                        "increments",
                        "[[0,0.5]]",
                        "a step with 0.5 (expected: whole numbers of minor units)"),
                bad(
                        "increments",
                        "[[0,\"5\"]]",
                        "a step with \"5\" (expected: whole numbers of minor units)"),
                bad(
                        "increments",
                        "[[0,5],[100,6],[100,7]]",
                        "a step from 100 after one from 100" + SORTED),
                bad(
                        "ownRaise",
                        "\"as-you-like\"",
                        "\"as-you-like\" (expected: keeps-price or completes-step)"),
                bad("opensAt", "\"tomorrow\"", "\"tomorrow\"" + INSTANT),
                bad("closesAt", "null", "missing (expected: a value)"),
                bad("closesAt", "1795442587", "1795442587" + INSTANT),
                bad("closesAt", "\"2026-11-22T14:05:00\"", "\"2026-11-22T14:05:00\"" + INSTANT),
                bad(
                        "closesAt",
                        "\"+12026-11-22T14:05:00Z\"",
                        "\"+12026-11-22T14:05:00Z\"" + INSTANT),
                bad(
                        "closesAt",
                        "\"2026-11-22T14:00:00Z\"",
                        "2026-11-22T14:00:00Z (expected: after opensAt, 2026-11-22T14:00:00Z)"),
                bad("softClose", "\"PT2M\"", "\"PT2M\" (expected: an object)"),
                bad("softClose.window", "null", "missing (expected: a value)"),
                bad(
                        "softClose.window",
                        "\"2 minutes\"",
                        "\"2 minutes\" (expected: an ISO 8601 duration such as PT2M)"),
                bad("softClose.window", "120", "120 (expected: an ISO 8601 duration such as PT2M)"),
                bad(
                        "softClose.extension",
                        "\"PT99999999999999999999S\"",
                        "\"PT99999999999999999999S\" (expected: an ISO 8601 duration such as"
                                + " PT2M)"),
                bad("largeBidFactor", "0", "0 (expected: a whole number, 1 to 1000000)"),
                bad("largeBidFactor", "1.5", "1.5 (expected: a whole number, 1 to 1000000)"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void aWrongFieldIsNamedWithWhatCameAndWhatWasExpected(
            String field, String json, String message) {
        Fields fields = new Fields(formWith(field, json));

        assertThat(ListingForm.read(fields)).isEmpty();
        assertThat(fields.problems()).containsExactly(new FieldProblem(field, message));
    }

    static Stream<Arguments> badSoftCloses() {
        return Stream.of(
                Arguments.of("window", "\"PT0.9S\"", "window: PT0.9S (expected: PT1S to PT24H)"),
                Arguments.of("window", "\"PT-2M\"", "window: PT-2M (expected: PT1S to PT24H)"),
                Arguments.of(
                        "extension", "\"PT25H\"", "extension: PT25H (expected: PT1S to PT24H)"),
                Arguments.of(
                        "maxExtension",
                        "\"PT30S\"",
                        "maxExtension: PT30S (expected: PT1M30S to PT8784H)"));
    }

    @ParameterizedTest
    @MethodSource("badSoftCloses")
    void aSoftCloseBeyondItsBoundsIsRefused(String field, String json, String message) {
        Fields fields = new Fields(formWith("softClose." + field, json));

        assertThat(ListingForm.read(fields)).isEmpty();
        assertThat(fields.problems()).containsExactly(new FieldProblem("softClose", message));
    }

    static Stream<Arguments> badPhotos() {
        String photo = "\"" + "0a".repeat(32) + "\"";
        String few = " (expected: at most 12 ids of photos)";
        String form = "not a photo's id (expected: 64 lower-case hex digits)";
        return Stream.of(
                Arguments.of("7", "photos", "7" + few),
                Arguments.of(
                        "[1,1,1,1,1,1,1,1,1,1,1,1,1]",
                        "photos",
                        "[" + "1,".repeat(12) + "1]" + few),
                Arguments.of("[" + photo + ",null]", "photos[1]", form),
                Arguments.of("[" + photo.toUpperCase(Locale.ROOT) + "]", "photos[0]", form),
                Arguments.of(
                        "[" + photo + "," + photo + "]",
                        "photos[1]",
                        "given twice (expected: once)"));
    }

    @ParameterizedTest
    @MethodSource("badPhotos")
    void aPhotoIsNamedByItsHashAndOnce(String json, String field, String message) {
        Fields fields = new Fields(formWith("photos", json));

        assertThat(ListingForm.read(fields)).isEmpty();
        assertThat(fields.problems()).containsExactly(new FieldProblem(field, message));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Fields fields = new Fields(Json.MAPPER.createObjectNode());

        assertThat(ListingForm.read(fields)).isEmpty();
        assertThat(fields.problems())
                .extracting(FieldProblem::field)
                .isEqualTo(List.of("title", "currency", "startingPrice", "closesAt"));
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Listing listing =
                ListingForm.read(
                                new Fields(
                                        Json.MAPPER.readTree(
                                                """
                                                {"title":" Lamp ","currency":"EUR","startingPrice":1,
                                                 "closesAt":"2026-11-22T15:05:00.1234+01:00"}
                                                """)))
                        .orElseThrow();

        assertThat(listing.title()).isEqualTo("Lamp");
        assertThat(listing.description()).isEmpty();
        assertThat(listing.reserve()).isNull();
        assertThat(listing.rules().opensAt()).isNull();
        assertThat(listing.rules().closesAt()).hasToString("2026-11-22T14:05:00.123Z");
        assertThat(listing.rules().format())
                .isEqualTo(
                        new Format.English(
                                Ladder.EBAY_US,
                                null,
                                10,
                                null,
                                OwnRaise.COMPLETES_STEP,
                                null,
                                false));
    }

    @Test
    void aLadderOfOnesOwnKeepsThePriceWhenALeaderRaisesHisMaximum() {
        ObjectNode form = formWith("increments", "[[0,5]]");
        form.remove("ownRaise");

        assertThat(ListingForm.read(new Fields(form)).orElseThrow().rules().format())
                .isInstanceOfSatisfying(
                        Format.English.class,
                        english -> assertThat(english.ownRaise()).isEqualTo(OwnRaise.KEEPS_PRICE));
    }

    @Test
    void nullSwitchesTheQuestionAboutLargeBidsOff() {
        Listing listing =
                ListingForm.read(new Fields(formWith("largeBidFactor", "null"))).orElseThrow();

        assertThat(listing.rules().format())
                .isInstanceOfSatisfying(
                        Format.English.class,
                        english -> assertThat(english.largeBidFactor()).isNull());
    }

    static Stream<Arguments> badFormats() {
        return Stream.of(
                bad("floor", "5000", "5000 (expected: below startingPrice, 5000)"),
                bad("floor", "null", "missing (expected: a value)"),
                bad("step", "0", "0" + MINOR),
                bad("tick", "\"PT0.05S\"", "PT0.05S (expected: PT0.1S to PT24H)"),
                bad("softClose", "{}", "given (expected: absent or null for dutch)"),
                bad("absenteeBids", "true", "true (expected: false or absent for dutch)"));
    }

    @ParameterizedTest
    @MethodSource("badFormats")
    void aDutchLotHasAClockAndNothingOfAnEnglishOne(String field, String json, String message) {
        ObjectNode form = (ObjectNode) Json.tree(Golden.bytes("command-list-lot-dutch"));
        form.set(field, Json.MAPPER.readTree(json));
        Fields fields = new Fields(form);

        assertThat(ListingForm.read(fields)).isEmpty();
        assertThat(fields.problems()).containsExactly(new FieldProblem(field, message));
    }

    static Stream<Arguments> badBuyNow() {
        return Stream.of(
                Arguments.of(
                        "6499",
                        "buyNow",
                        "6499 (expected: at least 30 % above startingPrice, 5000)"),
                Arguments.of("14999", "buyNow.price", "14999 (expected: at least the reserve)"),
                Arguments.of(
                        "{\"price\":20000,\"policy\":\"always\"}",
                        "buyNow.policy",
                        "\"always\" (expected: until-first-bid, until-reserve-met or"
                                + " until-price-reaches)"),
                Arguments.of(
                        "{\"price\":20000,\"reaches\":9000}",
                        "buyNow.reaches",
                        "9000 (expected: only with until-price-reaches)"),
                Arguments.of(
                        "{\"price\":20000,\"policy\":\"until-price-reaches\",\"reaches\":20001}",
                        "buyNow.reaches",
                        "20001 (expected: at most the buy-now price, 20000)"));
    }

    @ParameterizedTest
    @MethodSource("badBuyNow")
    void aBuyNowOfferFitsThePriceAndTheReserve(String json, String field, String message) {
        Fields fields = new Fields(formWith("buyNow", json));

        assertThat(ListingForm.read(fields)).isEmpty();
        assertThat(fields.problems()).containsExactly(new FieldProblem(field, message));
    }

    @Test
    void thirtyPercentAboveTheStartingPriceIsEnoughToBuyNow() {
        ObjectNode form = formWith("buyNow", "6500");
        form.remove("reserve");

        assertThat(ListingForm.read(new Fields(form))).isPresent();
    }

    private static Arguments bad(String field, String json, String message) {
        return Arguments.of(field, json, message);
    }

    private static ObjectNode formWith(String path, String json) {
        ObjectNode form = (ObjectNode) Json.tree(Golden.bytes("command-list-lot"));
        int dot = path.indexOf('.');
        ObjectNode object = dot < 0 ? form : (ObjectNode) form.get(path.substring(0, dot));
        object.set(path.substring(dot + 1), Json.MAPPER.readTree(json));
        return form;
    }
}
