package io.gavel.contracts.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandJsonTest {

    private static final String BID =
            """
            {"id":"3f2b8c1d-0a4e-4b6f-9c7d-5e1a2b3c4d5e","type":"place-bid",\
            "lot":"0197b1c2-3d4e-7f50-8a61-72839405a6b7","by":"alice","amount":100}\
            """;

    private static final String WHOLE =
            " (expected: a whole number of minor units, 1 to 1000000000000000)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\0",
                "null",
                "true",
                "17",
                "1e400",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}{}",
                "{'a':1}",
                "{\"id\":}",
                "{}",
                "{\"id\":1}",
                "{\"id\":\"1-1-1-1-1\"}"
            })
    void whatIsNoCommandAtAllIsUnreadable(String json) {
        assertThat(read(json)).isInstanceOf(Unreadable.class);
    }

    @Test
    void whoAsksOfALotForAHeartbeatIsAnsweredThatThereIsNoSuchCommand() {
        assertThat(read(BID.replace("place-bid", "heartbeat")))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        it -> assertThat(it.problem()).startsWith("type: heartbeat (expected: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"heartbeat\"}",
                "{\"type\":\"heartbeat\",\"by\":7}",
                "{\"type\":\"heartbeat\",\"by\":\" \"}"
            })
    void aHeartbeatOfNobodyIsUnreadable(String json) {
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.problem()).startsWith("by: "));
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        assertThat(CommandJson.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aDeepNestOfArraysIsUnreadable() {
        assertThat(read("[".repeat(100_000))).isInstanceOf(Unreadable.class);
    }

    @Test
    void aKeyGivenTwiceIsUnreadable() {
        assertThat(read(BID.replace("\"by\":", "\"by\":\"bob\",\"by\":")))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        it ->
                                assertThat(it.problem())
                                        .startsWith("not JSON: Duplicate")
                                        .contains("by"));
    }

    static Stream<Arguments> withoutAddress() {
        return Stream.of(
                Arguments.of("3f2b8c1d-0a4e", "1-1-1-1-1", "id: "),
                Arguments.of("0197b1c2-3d4e-7f50", "0197b1c23d4e-7f50", "lot: "),
                Arguments.of("\"alice\"", "\"\"", "by: not an account (expected: 1 to 128 "),
                Arguments.of("\"alice\"", "7", "by: 7 (expected: an account)"),
                Arguments.of("\"alice\"", "null", "by: missing (expected: a value)"));
    }

    @ParameterizedTest
    @MethodSource("withoutAddress")
    void aCommandThatNobodyCanBeAnsweredForIsUnreadable(
            String part, String replacement, String problem) {
        assertThat(read(BID.replace(part, replacement)))
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.problem()).startsWith(problem));
    }

    static Stream<Arguments> badAmounts() {
        return Stream.of(
                Arguments.of("0", "amount: 0" + WHOLE),
                Arguments.of("-5", "amount: -5" + WHOLE),
                Arguments.of("12.5", "amount: 12.5" + WHOLE),
                Arguments.of("100.0", "amount: 100.0" + WHOLE),
                Arguments.of("1e2", "amount: 100.0" + WHOLE),
                Arguments.of("\"100\"", "amount: \"100\"" + WHOLE),
                Arguments.of("true", "amount: true" + WHOLE),
                Arguments.of("[100]", "amount: [100]" + WHOLE),
                Arguments.of("null", "amount: missing (expected: a value)"),
                Arguments.of("9223372036854775808", "amount: 9223372036854775808" + WHOLE),
                Arguments.of("-9223372036854775809", "amount: -9223372036854775809" + WHOLE),
                Arguments.of(
                        "1000000000000001",
                        "amount: 1000000000000001 (expected: 0 to 1000000000000000 minor"
                                + " units)"));
    }

    @ParameterizedTest
    @MethodSource("badAmounts")
    void aBidOfNoAmountIsInvalidAndSaysWhy(String amount, String problem) {
        assertThat(read(BID.replace(":100", ":" + amount)))
                .isInstanceOfSatisfying(
                        InvalidCommand.class, it -> assertThat(it.problem()).isEqualTo(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e-400", "1e999999999", "0.1e1"})
    void aBidOfANumberBeyondAllBoundsIsInvalid(String amount) {
        assertThat(read(BID.replace(":100", ":" + amount))).isInstanceOf(InvalidCommand.class);
    }

    static Stream<Arguments> badTypes() {
        String expected =
                " (expected: list-lot, place-bid, lower-max, retract-bid, buy-now, accept-price,"
                        + " pause, resume, extend, hammer, cancel or close-due)";
        return Stream.of(
                Arguments.of("\"steal\"", "type: steal" + expected),
                Arguments.of("\"Place-Bid\"", "type: Place-Bid" + expected),
                Arguments.of("7", "type: 7 (expected: 1 to 128 characters)"),
                Arguments.of("\"\"", "type: \"\" (expected: 1 to 128 characters)"),
                Arguments.of("null", "type: missing (expected: a value)"));
    }

    @ParameterizedTest
    @MethodSource("badTypes")
    void anUnknownTypeIsInvalidAndSaysWhatIsKnown(String type, String problem) {
        assertThat(read(BID.replace("\"place-bid\"", type)))
                .isInstanceOfSatisfying(
                        InvalidCommand.class, it -> assertThat(it.problem()).isEqualTo(problem));
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThat(read(BID.replace(":100", ":100,\"confirmLarge\":\"yes\"")))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        it ->
                                assertThat(it.problem())
                                        .isEqualTo(
                                                "confirmLarge: \"yes\" (expected: true or false)"));
    }

    /** A decision quotes the problem, and half a character cannot be written as UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "[\"\\udc00\"]", "{\"a\":\"\\ud83d\"}"})
    void whatAProblemQuotesCanBeWritten(String amount) {
        assertThat(read(BID.replace(":100", ":" + amount)))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        it -> assertThat(Json.bytes(it.problem())).isNotEmpty());
        assertThat(read(BID.replace("\"place-bid\"", "\"\\ud800\"")))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        it -> assertThat(Json.bytes(it.problem())).isNotEmpty());
    }

    @Test
    void aProblemQuotesNoMoreThanIsReadable() {
        String emoji = "\"" + "🔨".repeat(5_000) + "\"";

        assertThat(read(BID.replace(":100", ": " + emoji)))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        it -> {
                            assertThat(it.problem()).hasSizeLessThan(200);
                            assertThat(Json.bytes(it.problem())).isNotEmpty();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":100",
                ":100,\"confirmLarge\":true",
                ":100,\"confirmLarge\":false,\"suspended\":true",
                ":100,\"at\":\"2026-11-22T14:03:07.412Z\"",
                ":100,\"note\":{\"a\":[1]}",
                ":100,\"confirmLarge\":null",
                ":1000000000000001",
                ":100 } ",
                ":1,\"amount\":2",
            })
    void aPlainBidIsReadInOnePassAsItIsReadByTheTree(String rest) {
        byte[] json = BID.replace(":100", rest).getBytes(UTF_8);

        assertThat(CommandJson.read(json)).isEqualTo(CommandJson.readAny(json));
    }

    private static CommandRecord read(String json) {
        return CommandJson.read(json.getBytes(UTF_8));
    }
}
