package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.sale.Input;
import io.gavel.settlement.sale.LotSale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes what people ask of a sale, from those who may. */
@Component
class SaleActions {

    /** The header of each call. */
    static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_NOTE = 500;

    private final SaleDesk desk;
    private final SalesEndpoint shown;
    private final Calls calls;

    SaleActions(SaleDesk desk, SalesEndpoint shown, Calls calls) {
        this.desk = desk;
        this.shown = shown;
        this.calls = calls;
    }

    /** A call that is being put together; all whom the sale concerns may. */
    Call by(Viewer viewer, String lot, @Nullable String key) {
        return new Call(viewer, Calls.lot(lot), key(key), (_, _) -> true);
    }

    /** Somebody's call about a lot, and who may make it. */
    final class Call {

        private final Viewer viewer;
        private final LotId lot;
        private final String key;
        private final BiPredicate<Viewer, KeptSale> may;

        private Call(Viewer viewer, LotId lot, String key, BiPredicate<Viewer, KeptSale> may) {
            this.viewer = viewer;
            this.lot = lot;
            this.key = key;
            this.may = may;
        }

        Call operatorsOnly() {
            return new Call(viewer, lot, key, (who, _) -> who.isOperator());
        }

        Call sellerOrOperatorsOnly() {
            return new Call(
                    viewer,
                    lot,
                    key,
                    (who, kept) -> who.isOperator() || kept.seller().equals(who.account()));
        }

        /** Answers with the sale as it is afterwards. */
        Mono<byte[]> take(String what, String note, Function<LotSale, Input> input) {
            Turn.Cause cause = new Turn.Cause("call/" + key, viewer.account(), what, note);
            return calls.inTime(
                    calls.visible(lot, viewer)
                            .map(kept -> allowed(kept, what))
                            .flatMap(sale -> desk.take(lot, cause, input.apply(sale)))
                            .flatMap(this::answer));
        }

        private LotSale allowed(KeptSale kept, String what) {
            if (!may.test(viewer, kept)) {
                throw Calls.forbidden();
            }
            LotSale sale = kept.sale();
            if (sale == null) {
                throw Calls.conflict(
                        what + ": the sale is of an earlier version (expected: a newer one)");
            }
            return sale;
        }

        private Mono<byte[]> answer(SaleDesk.Answer answer) {
            return switch (answer) {
                case SaleDesk.Answer.Taken() -> shown.shown(lot, viewer);
                case SaleDesk.Answer.Refused(String why) -> Mono.error(Calls.conflict(why));
            };
        }
    }

    /** A key that was given. */
    static String key(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Calls.bad(
                    KEY
                            + ": "
                            + (key == null ? "missing" : key.length() + " characters")
                            + " (expected: 1 to "
                            + LONGEST_KEY
                            + " characters of one's own)");
        }
        return key;
    }

    /** A sentence that was given. */
    static String note(String name, @Nullable String text) {
        String note = given(name, text).strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw Calls.bad(
                    name
                            + ": "
                            + note.length()
                            + " characters (expected: 1 to "
                            + LONGEST_NOTE
                            + ")");
        }
        if (note.indexOf('\0') >= 0) {
            throw Calls.bad(name + ": has the character U+0000 (expected: text)");
        }
        return note;
    }

    static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw Calls.bad(name + ": missing (expected: a value)");
        }
        return value;
    }
}
