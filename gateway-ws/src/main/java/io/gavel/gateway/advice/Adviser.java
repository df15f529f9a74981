package io.gavel.gateway.advice;

import io.gavel.contracts.event.EventView;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;

/** Refuses the bids that the log can only refuse, whatever happens meanwhile; a pure function. */
public final class Adviser {

    private Adviser() {}

    public static Advice advise(Question asked) {
        Question.SeenLot lot = asked.lot();
        if (asked.insists()) {
            return log(Advice.Why.INSISTS);
        }
        if (lot == null) {
            return log(Advice.Why.UNKNOWN_LOT);
        }
        if (!(lot.rules().format() instanceof Format.English english)) {
            return log(Advice.Why.OTHER_FORMAT);
        }
        if (english.retraction()) {
            return log(Advice.Why.RETRACTION);
        }
        if (asked.bid().suspended()) {
            return log(Advice.Why.SUSPENDED);
        }
        if (!isOpen(lot.newest(), asked)) {
            return log(Advice.Why.NOT_OPEN);
        }
        if (asked.isUnderWay() || asked.before().ids().contains(asked.bid().id())) {
            return log(Advice.Why.SENT_BEFORE);
        }
        Money amount = asked.bid().amount();
        if (amount.isAtLeast(Floor.of(lot.rules(), english, asked.before().price()))) {
            return log(Advice.Why.MAY_COUNT);
        }
        EventView newest = lot.newest();
        return amount.isAtLeast(newest.next())
                ? log(Advice.Why.LOT_IS_BEHIND)
                : new Advice.TooLow(newest.version(), newest.price(), newest.next());
    }

    private static boolean isOpen(EventView newest, Question asked) {
        return newest.status() == LotStatus.OPEN && asked.now().isBefore(newest.closesAt());
    }

    private static Advice log(Advice.Why why) {
        return new Advice.ToTheLog(why);
    }
}
