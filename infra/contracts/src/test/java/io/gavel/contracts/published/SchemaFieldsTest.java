package io.gavel.contracts.published;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.frame.ClientFrame;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.contracts.sale.Sale;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The schemas have the fields of the code's records, all of them and no others. */
class SchemaFieldsTest {

    /** Its fields are those of a listing; the golden files show them. */
    private static final List<Class<?>> SHOWN_ELSEWHERE =
            List.of(ListLot.class, InvalidCommand.class, ClientFrame.Refused.class);

    static Stream<Class<?>> serverFrames() {
        return SealedTypes.of(ServerFrame.class);
    }

    static Stream<Class<?>> asked() {
        return Stream.of(ClientFrame.class, Command.class)
                .flatMap(SealedTypes::of)
                .filter(type -> !SHOWN_ELSEWHERE.contains(type));
    }

    @ParameterizedTest
    @MethodSource("serverFrames")
    void of_server_frames(Class<?> frame) {
        String type = frame.getAnnotation(JsonTypeName.class).value();
        assertThat(fields(form("ServerFrame", type))).isEqualTo(fields(frame, "type"));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void of_client_frames_and_commands(Class<?> asked) {
        boolean command = Command.class.isAssignableFrom(asked);
        JsonNode form = form(command ? "Command" : "ClientFrame", SealedTypes.word(asked));
        assertThat(fields(form))
                .isEqualTo(command ? fields(asked, "type", "at") : fields(asked, "type"));
    }

    @Test
    void of_decisions_sales_and_standings() {
        assertThat(fields(Schemas.definition("Decision")))
                .isEqualTo(fields(Decision.class, "type"));
        assertThat(fields(Schemas.definition("Sale"))).isEqualTo(fields(Sale.class, "type"));
        assertThat(fields(Schemas.definition("BidderStanding")))
                .isEqualTo(fields(BidderStanding.class));
    }

    @Test
    void of_what_a_connection_may_do_and_what_is_private_of_a_sale() {
        assertThat(fields(property("WelcomeFrame", "limits")))
                .isEqualTo(fields(ServerFrame.Limits.class));
        assertThat(fields(property("SaleFrame", "private")))
                .isEqualTo(fields(ServerFrame.OwnPart.class));
    }

    private static JsonNode property(String name, String field) {
        return Schemas.definition(name).required("properties").required(field);
    }

    private static JsonNode form(String name, String type) {
        return Schemas.definition(name).required("oneOf").values().stream()
                .map(form -> form.required("$ref").stringValue())
                .filter(ref -> Schemas.typeOf(ref).equals(type))
                .map(ref -> Schemas.DOCUMENT.at(ref.substring(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no form of type " + type));
    }

    private static Set<String> fields(JsonNode definition) {
        Set<String> names = new TreeSet<>(definition.path("properties").propertyNames());
        Stream.concat(Stream.of(definition), definition.path("allOf").values().stream())
                .filter(part -> part.has("$ref"))
                .map(part -> part.required("$ref").stringValue())
                .forEach(ref -> names.addAll(fields(Schemas.DOCUMENT.at(ref.substring(1)))));
        return names;
    }

    private static Set<String> fields(Class<?> message, String... more) {
        return Stream.concat(
                        Stream.of(message.getRecordComponents()).map(SchemaFieldsTest::name),
                        Stream.of(more))
                .collect(toCollection(TreeSet::new));
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }
}
