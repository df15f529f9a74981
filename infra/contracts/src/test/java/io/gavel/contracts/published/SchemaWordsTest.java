package io.gavel.contracts.published;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gavel.contracts.Examples;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.event.Happening;
import io.gavel.contracts.frame.ClientFrame;
import io.gavel.contracts.frame.ErrorCode;
import io.gavel.contracts.frame.Feed;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.contracts.sale.SaleState;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The schemas have the words of the code, all of them and no others. */
class SchemaWordsTest {

    /** Frames around exact bytes, which no record stands for. */
    private static final List<String> RAW_FRAMES = List.of("snapshot", "log", "state", "decision");

    @Test
    void of_lists() {
        assertThat(words("LotStatus")).isEqualTo(of(LotStatus.values(), LotStatus::word));
        assertThat(words("ReserveStatus"))
                .isEqualTo(of(ReserveStatus.values(), ReserveStatus::word));
        assertThat(words("CloseOutcome")).isEqualTo(of(CloseOutcome.values(), CloseOutcome::word));
        assertThat(words("SaleState")).isEqualTo(of(SaleState.values(), SaleState::word));
        assertThat(words("Reason")).isEqualTo(of(Reason.values(), Reason::word));
        assertThat(words("ErrorCode")).isEqualTo(of(ErrorCode.values(), ErrorCode::word));
        assertThat(words("OwnRaise"))
                .isEqualTo(of(OwnRaise.values(), each -> Json.MAPPER.valueToTree(each).asString()));
    }

    @Test
    void of_fields() {
        assertThat(words("Decision", "outcome"))
                .isEqualTo(of(DecisionOutcome.values(), DecisionOutcome::word));
        assertThat(words("WatchFrame", "feed"))
                .isEqualTo(of(Feed.values(), feed -> feed.name().toLowerCase(Locale.ROOT)));
        assertThat(words("BuyNow", "policy"))
                .isEqualTo(of(BuyNowOffer.Until.values(), BuyNowOffer.Until::word));
    }

    @Test
    void of_formats() {
        Set<String> described = new TreeSet<>(words("SealedRules", "format"));
        described.add(constant("EnglishRules", "format"));
        described.add(constant("DutchRules", "format"));
        assertThat(described)
                .containsExactlyInAnyOrder(
                        Format.English.WORD,
                        Format.SealedFirstPrice.WORD,
                        Format.SealedSecondPrice.WORD,
                        Format.Dutch.WORD)
                .hasSize(Format.class.getPermittedSubclasses().length);
    }

    @Test
    void of_events() {
        Set<String> examples =
                Examples.EVENTS.values().stream()
                        .map(event -> event.what().type())
                        .collect(toCollection(TreeSet::new));
        assertThat(examples).hasSize(Happening.class.getPermittedSubclasses().length);
        assertThat(Schemas.types("Event")).isEqualTo(examples);
    }

    @Test
    void of_commands() {
        Set<String> types =
                SealedTypes.of(Command.class)
                        .filter(type -> type != InvalidCommand.class)
                        .map(SealedTypes::word)
                        .collect(toCollection(TreeSet::new));
        assertThat(Schemas.types("Command")).isEqualTo(types);
    }

    @Test
    void of_client_frames() {
        Set<String> types =
                SealedTypes.of(ClientFrame.class)
                        .filter(type -> type != ClientFrame.Refused.class)
                        .map(SealedTypes::word)
                        .collect(toCollection(TreeSet::new));
        assertThat(Schemas.types("ClientFrame")).isEqualTo(types);
    }

    @Test
    void of_server_frames() {
        Set<String> types =
                SealedTypes.of(ServerFrame.class)
                        .map(type -> type.getAnnotation(JsonTypeName.class).value())
                        .collect(toCollection(TreeSet::new));
        types.addAll(RAW_FRAMES);
        assertThat(Schemas.types("ServerFrame")).isEqualTo(types);
    }

    private static Set<String> words(String name) {
        return Schemas.words(Schemas.definition(name));
    }

    private static Set<String> words(String name, String field) {
        return Schemas.words(property(name, field));
    }

    private static String constant(String name, String field) {
        return property(name, field).required("const").stringValue();
    }

    private static JsonNode property(String name, String field) {
        return Schemas.definition(name).required("properties").required(field);
    }

    private static <T> Set<String> of(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).collect(toCollection(TreeSet::new));
    }
}
