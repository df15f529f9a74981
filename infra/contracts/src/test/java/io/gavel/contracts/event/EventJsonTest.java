package io.gavel.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.Examples;
import io.gavel.contracts.Golden;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    static Stream<String> names() {
        return Examples.EVENTS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEventIsWrittenAsItsGoldenFile(String name) {
        Golden.requireSame(name, EventJson.write(Examples.EVENTS.get(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEventIsReadAsItWasWritten(String name) {
        PublicEvent event = Examples.EVENTS.get(name);

        EventView view = Json.read(EventJson.write(event), EventView.class);

        assertThat(view).isEqualTo(viewOf(event));
    }

    @Test
    void eachEventHashesTheExactBytesOfTheOneBefore() {
        byte[] first = EventJson.write(Examples.EVENTS.get("event-listed"));
        PublicEvent opened = Examples.EVENTS.get("event-opened");
        PublicEvent second =
                new PublicEvent(
                        opened.lot(),
                        opened.version(),
                        opened.at(),
                        opened.offset(),
                        opened.what(),
                        opened.after(),
                        Sha256.of(first));

        assertThat(Json.tree(first).get("prev").stringValue()).isEqualTo(Sha256.ZERO.hex());
        assertThat(Json.tree(EventJson.write(second)).get("prev").stringValue())
                .isEqualTo(Sha256.of(first).hex());
    }

    @Test
    void theRulesHashIsOfTheRulesAsTheyStandInTheEvent() {
        String listed = new String(Golden.bytes("event-listed"), UTF_8);
        int from = listed.indexOf("\"rules\":") + "\"rules\":".length();
        String rules = listed.substring(from, listed.indexOf(",\"rulesHash\""));

        assertThat(Json.tree(Golden.bytes("event-listed")).get("rulesHash").stringValue())
                .isEqualTo(Sha256.of(rules.getBytes(UTF_8)).hex());
    }

    @Test
    void theReserveAmountIsInNoEvent() {
        String amount = String.valueOf(Examples.LISTING.reserve());

        names().forEach(name ->
                assertThat(new String(Golden.bytes(name), UTF_8)).doesNotContain(amount));
    }

    @Test
    void rulesWithoutTheOptionalPartsAreReadAsTheyWereWritten() {
        assertThat(Json.read(Json.bytes(Examples.PLAIN_RULES), Rules.class))
                .isEqualTo(Examples.PLAIN_RULES);
    }

    @Test
    void theRulesOfEveryFormatAreReadAsTheyWereWritten() {
        for (Rules rules : List.of(Examples.RULES, Examples.DUTCH_RULES, Examples.SEALED_RULES)) {
            assertThat(Json.read(Json.bytes(rules), Rules.class)).isEqualTo(rules);
        }
    }

    @Test
    void aReaderTakesFieldsThatItDoesNotKnow() {
        String known = new String(Golden.bytes("event-opened"), UTF_8);
        String newer = known.replace("\"type\":", "\"newer\":{\"a\":[1]},\"type\":");

        assertThat(Json.read(newer.getBytes(UTF_8), EventView.class).status())
                .isEqualTo(LotStatus.OPEN);
    }

    private static EventView viewOf(PublicEvent event) {
        Happening.Listed listed = event.what() instanceof Happening.Listed it ? it : null;
        Happening.Closed closed = event.what() instanceof Happening.Closed it ? it : null;
        return new EventView(
                event.lot(),
                event.version(),
                event.at(),
                event.offset(),
                event.what().type(),
                event.after().status(),
                event.after().price(),
                event.after().leader(),
                event.after().next(),
                event.after().bids(),
                event.after().closesAt(),
                event.after().reserve(),
                event.prev(),
                listed == null ? null : listed.seller(),
                listed == null ? null : listed.title(),
                listed == null ? null : listed.rules(),
                closed == null ? null : closed.outcome(),
                closed == null ? null : closed.hammer(),
                closed == null ? null : closed.winner());
    }
}
