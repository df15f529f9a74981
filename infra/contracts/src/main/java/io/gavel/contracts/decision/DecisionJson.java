package io.gavel.contracts.decision;

import io.gavel.contracts.json.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decision's bytes: once, when it is taken; they are stored, sent and signed as they are.
 */
public final class DecisionJson {

    private DecisionJson() {}

    public static byte[] write(Decision decision) {
        JsonLine json =
                new JsonLine()
                        .ascii("{\"type\":\"decision\",\"id\":")
                        .uuid(decision.id().value())
                        .ascii(",\"lot\":")
                        .uuid(decision.lot().value())
                        .ascii(",\"by\":")
                        .text(decision.by().value())
                        .ascii(",\"outcome\":")
                        .word(decision.outcome().word());
        refusal(json, decision);
        after(json, decision);
        return json.ascii(",\"at\":")
                .instant(decision.at())
                .ascii(",\"partition\":")
                .number(decision.partition())
                .ascii(",\"offset\":")
                .number(decision.offset())
                .ascii("}")
                .bytes();
    }

    private static void refusal(JsonLine json, Decision decision) {
        Reason reason = decision.reason();
        if (reason != null) {
            json.ascii(",\"reason\":").word(reason.word());
        }
        String detail = decision.detail();
        if (detail != null) {
            json.ascii(",\"detail\":").text(detail);
        }
    }

    private static void after(JsonLine json, Decision decision) {
        Boolean leading = decision.leading();
        if (leading != null) {
            json.ascii(leading ? ",\"leading\":true" : ",\"leading\":false");
        }
        number(json, ",\"version\":", decision.version());
        var price = decision.price();
        number(json, ",\"price\":", price == null ? null : Long.valueOf(price.minor()));
        var next = decision.next();
        number(json, ",\"next\":", next == null ? null : Long.valueOf(next.minor()));
        var max = decision.max();
        number(json, ",\"max\":", max == null ? null : Long.valueOf(max.minor()));
        var paddle = decision.paddle();
        number(json, ",\"paddle\":", paddle == null ? null : Long.valueOf(paddle.number()));
    }

    private static void number(JsonLine json, String name, @Nullable Long value) {
        if (value != null) {
            json.ascii(name).number(value);
        }
    }
}
