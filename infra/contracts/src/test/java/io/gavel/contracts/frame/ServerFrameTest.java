package io.gavel.contracts.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.Examples;
import io.gavel.contracts.Golden;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.event.EventJson;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.sale.SaleState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.DoubleNode;

class ServerFrameTest {

    private static final Map<String, ServerFrame> FRAMES = new HashMap<>();

    static {
        FRAMES.put(
                "frame-sale-underbidder",
                sale(
                        new ServerFrame.OwnPart(
                                "underbidder",
                                null,
                                Examples.BOB,
                                new ServerFrame.OfferPart(
                                        new Money(19_900), Examples.AT.plusSeconds(86_400)))));
        FRAMES.putAll(
                Map.of(
                        "frame-welcome",
                        new ServerFrame.Welcome(
                                "5d0c",
                                Examples.AT,
                                10,
                                new ServerFrame.Limits(8_192, 200, 1_048_576)),
                        "frame-authenticated",
                        new ServerFrame.Authenticated(Examples.ALICE, List.of("BIDDER")),
                        "frame-outbid",
                        new ServerFrame.Outbid(
                                Examples.LOT,
                                19,
                                new Money(20_500),
                                new Money(21_000),
                                Examples.AT),
                        "frame-sale",
                        sale(null),
                        "frame-sale-buyer",
                        sale(new ServerFrame.OwnPart("buyer", Examples.ALICE, Examples.BOB, null)),
                        "frame-heartbeat",
                        new ServerFrame.Heartbeat(
                                Examples.AT, Map.of(Examples.LOT.toString(), 17L)),
                        "frame-pong",
                        new ServerFrame.Pong(DoubleNode.valueOf(17.25), Examples.AT),
                        "frame-error",
                        new ServerFrame.Problem(
                                ErrorCode.BUSY.word(),
                                "64 bids in flight (expected: fewer)",
                                Examples.ID.toString(),
                                Examples.LOT.toString(),
                                1_000L),
                        "frame-decision-advisory",
                        ServerFrame.AdvisoryDecision.tooLow(
                                new PlaceBid(
                                        Examples.ID,
                                        Examples.LOT,
                                        new AccountId("alice"),
                                        new Money(99),
                                        false,
                                        false),
                                "amount: 99 (expected: >= 100)",
                                17,
                                new Money(100),
                                new Money(100)),
                        "frame-error-short",
                        new ServerFrame.Problem(
                                ErrorCode.MALFORMED.word(), "not JSON", null, null, null)));
    }

    static Stream<String> names() {
        return FRAMES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFrameIsWrittenAsItsGoldenFileAndReadBack(String name) {
        ServerFrame frame = FRAMES.get(name);

        Golden.requireSame(name, Json.bytes(frame));

        assertThat(Json.read(Golden.bytes(name), frame.getClass())).isEqualTo(frame);
    }

    @Test
    void framesAroundEventsKeepTheirExactBytes() {
        byte[] first = EventJson.write(Examples.EVENTS.get("event-listed"));
        byte[] second = EventJson.write(Examples.EVENTS.get("event-opened"));
        String lotData =
                """
                {"id":"%s","seller":"bob","title":"Lamp","description":"","format":"vickrey","currency":"EUR",\
                "startingPrice":5000,"opensAt":null,"absenteeBids":true,"listedAt":"2026-11-22T14:03:07.412Z",\
                "rulesHash":"%s"}\
                """
                        .formatted(Examples.LOT, Examples.PREV.hex());

        Golden.requireSame(
                "frame-snapshot",
                RawFrames.snapshot(Examples.LOT, 2, false, lotData, second).getBytes(UTF_8));
        Golden.requireSame(
                "frame-log", RawFrames.log(Examples.LOT, List.of(first, second)).getBytes(UTF_8));
        Golden.requireSame(
                "frame-log-recovered",
                RawFrames.recoveredLog(Examples.LOT, List.of()).getBytes(UTF_8));
        Golden.requireSame("frame-state", RawFrames.state(second).getBytes(UTF_8));

        assertThat(Json.tree(Golden.bytes("frame-snapshot")).get("event"))
                .isEqualTo(Json.tree(second));
        assertThat(Json.tree(Golden.bytes("frame-log")).get("events")).hasSize(2);
        assertThat(Json.tree(Golden.bytes("frame-log-recovered")).get("recovered").booleanValue())
                .isTrue();
    }

    private static ServerFrame sale(ServerFrame.@org.jspecify.annotations.Nullable OwnPart own) {
        return new ServerFrame.SaleFrame(
                Examples.LOT,
                CloseOutcome.SOLD,
                SaleState.AWAITING_PAYMENT,
                new Money(20_500),
                Examples.PADDLE,
                "EUR",
                Examples.AT,
                own);
    }
}
