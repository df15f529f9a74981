package io.gavel.contracts.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.Examples;
import io.gavel.contracts.Golden;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Money;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.NullNode;

class ClientFrameJsonTest {

    private static final String LOT = "\"lot\":\"" + Examples.LOT + "\"";
    private static final String ID = "\"id\":\"" + Examples.ID + "\"";
    private static final String UUID = " (expected: a UUID: 8-4-4-4-12 hex digits)";

    static Stream<Arguments> golden() {
        return Stream.of(
                Arguments.of("client-auth", new ClientFrame.Auth("eyJhbGciOi.eyJzdWIi.c2ln")),
                Arguments.of(
                        "client-watch-log", new ClientFrame.Watch(Examples.LOT, Feed.LOG, 17L)),
                Arguments.of(
                        "client-watch-state",
                        new ClientFrame.Watch(Examples.LOT, Feed.STATE, null)),
                Arguments.of("client-unwatch", new ClientFrame.Unwatch(Examples.LOT)),
                Arguments.of(
                        "client-bid",
                        new ClientFrame.Bid(
                                Examples.ID, Examples.LOT, new Money(12_500), false, null)),
                Arguments.of(
                        "client-bid-large",
                        new ClientFrame.Bid(
                                Examples.ID, Examples.LOT, new Money(900_000), true, null)),
                Arguments.of(
                        "client-bid-insist",
                        new ClientFrame.Bid(Examples.ID, Examples.LOT, new Money(99), false, true)),
                Arguments.of(
                        "client-bid-advise",
                        new ClientFrame.Bid(
                                Examples.ID, Examples.LOT, new Money(12_500), false, false)),
                Arguments.of("client-ping", new ClientFrame.Ping(DoubleNode.valueOf(17.25))));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void aGoldenClientFrameIsRead(String name, ClientFrame frame) {
        assertThat(ClientFrameJson.read(Golden.bytes(name))).isEqualTo(frame);
    }

    @Test
    void aPingNeedsNoNumber() {
        assertThat(read("{\"type\":\"ping\"}"))
                .isEqualTo(new ClientFrame.Ping(NullNode.getInstance()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\0", "{", "[]", "null", "7", "\"bid\"", "{} {}", "{\"type\":\"ping\""})
    void whatIsNoJsonObjectIsMalformed(String json) {
        assertThat(refusal(json).code()).isEqualTo(ErrorCode.MALFORMED);
    }

    @Test
    void aKeyGivenTwiceIsMalformed() {
        assertThat(refusal("{\"type\":\"ping\",\"type\":\"auth\"}").code())
                .isEqualTo(ErrorCode.MALFORMED);
    }

    @Test
    void aDeepNestIsMalformed() {
        assertThat(refusal("{\"type\":\"ping\",\"t\":" + "[".repeat(4_000)).code())
                .isEqualTo(ErrorCode.MALFORMED);
    }

    static Stream<Arguments> invalid() {
        String bid = "{\"type\":\"bid\"," + ID + "," + LOT + ",\"amount\":";
        String whole = " (expected: a whole number of minor units, 1 to 1000000000000000)";
        return Stream.of(
                Arguments.of("{}", "type: missing (expected: a value)"),
                Arguments.of("{\"type\":7}", "type: 7 (expected: 1 to 64 characters)"),
                Arguments.of("{\"type\":\"auth\"}", "token: missing (expected: a value)"),
                Arguments.of(
                        "{\"type\":\"watch\",\"feed\":\"log\"}",
                        "lot: missing (expected: a value)"),
                Arguments.of(
                        "{\"type\":\"watch\",\"lot\":\"1-1-1-1-1\",\"feed\":\"log\"}",
                        "lot: not a UUID (expected: 8-4-4-4-12 hex digits)"),
                Arguments.of(
                        "{\"type\":\"watch\"," + LOT + "}", "feed: missing (expected: a value)"),
                Arguments.of(
                        "{\"type\":\"watch\"," + LOT + ",\"feed\":\"all\"}",
                        "feed: \"all\" (expected: log or state)"),
                Arguments.of(
                        "{\"type\":\"watch\"," + LOT + ",\"feed\":\"log\",\"after\":-1}",
                        "after: -1 (expected: a version, 0 or more)"),
                Arguments.of(
                        "{\"type\":\"watch\"," + LOT + ",\"feed\":\"log\",\"after\":1.5}",
                        "after: 1.5 (expected: a version, 0 or more)"),
                Arguments.of("{\"type\":\"unwatch\",\"lot\":7}", "lot: 7" + UUID),
                Arguments.of(
                        "{\"type\":\"bid\"," + LOT + ",\"amount\":1}",
                        "id: missing (expected: a value)"),
                Arguments.of(bid + "0}", "amount: 0" + whole),
                Arguments.of(bid + "-1}", "amount: -1" + whole),
                Arguments.of(bid + "1.5}", "amount: 1.5" + whole),
                Arguments.of(bid + "9223372036854775808}", "amount: 9223372036854775808" + whole),
                Arguments.of(
                        bid + "1,\"confirmLarge\":1}", "confirmLarge: 1 (expected: true or false)"),
                Arguments.of(bid + "1,\"insist\":1}", "insist: 1 (expected: true or false)"),
                Arguments.of(
                        "{\"type\":\"ping\",\"t\":\"now\"}", "t: \"now\" (expected: a number)"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void aWrongFieldIsNamed(String json, String message) {
        ClientFrame.Refused refusal = refusal(json);

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal.message()).isEqualTo(message);
    }

    @Test
    void anUnknownTypeSaysWhatIsKnown() {
        ClientFrame.Refused refusal = refusal("{\"type\":\"steal\"," + ID + "}");

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
        assertThat(refusal.message())
                .isEqualTo("type: steal (expected: auth, watch, unwatch, bid or ping)");
        assertThat(refusal.id()).isEqualTo(Examples.ID.toString());
    }

    static Stream<Arguments> awkward() {
        return Stream.of(
                Arguments.of("{\"type\":\"\\ud800\",\"id\":\"\\ud800\"}", null),
                Arguments.of(
                        "{\"type\":\"bid\",\"id\":\"\\udc00\",\"lot\":\"\\ud800\",\"amount\":1e400}",
                        null),
                Arguments.of("{\"type\":\"bid\",\"id\":\"" + "x".repeat(65) + "\"}", null),
                Arguments.of("{\"type\":\"bid\",\"id\":\"mine\"}", "mine"),
                Arguments.of("{\"type\":\"auth\",\"token\":\"\\ud800\"}", null),
                Arguments.of("{\"type\":\"ping\",\"t\":1e400}", null));
    }

    /** An error quotes what came; it must be sendable whatever that was. */
    @ParameterizedTest
    @MethodSource("awkward")
    void aRefusalCanAlwaysBeWritten(String json, @Nullable String id) {
        ClientFrame.Refused refusal = refusal(json);

        assertThat(refusal.id()).isEqualTo(id);
        assertThat(
                        Json.bytes(
                                new ServerFrame.Problem(
                                        refusal.code().word(),
                                        refusal.message(),
                                        refusal.id(),
                                        null,
                                        null)))
                .isNotEmpty();
    }

    @Test
    void neitherTokenNorAmountIsInALogLine() {
        assertThat(new ClientFrame.Auth("secret").toString()).doesNotContain("secret");
        assertThat(
                        new ClientFrame.Bid(
                                        Examples.ID, Examples.LOT, new Money(98_765), false, false)
                                .toString())
                .doesNotContain("98765");
    }

    private static ClientFrame read(String json) {
        return ClientFrameJson.read(json.getBytes(UTF_8));
    }

    private static ClientFrame.Refused refusal(String json) {
        assertThat(read(json)).isInstanceOf(ClientFrame.Refused.class);
        return (ClientFrame.Refused) read(json);
    }
}
