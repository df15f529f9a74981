package io.gavel.bidding.oracle;

import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.Cancel;
import io.gavel.contracts.command.Extend;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.lot.LotStatus;
import java.time.Duration;
import java.time.Instant;

/** What the auctioneer and the seller are answered (DESIGN §6; RULES, "Close"). */
final class NaiveRostrum {

    private NaiveRostrum() {}

    static String answer(NaiveAuction lot, AuctioneerCommand act) {
        boolean bidUpon =
                lot.status() == LotStatus.SCHEDULED ? !lot.early.isEmpty() : lot.hasBids();
        if (act.by().equals(lot.seller)
                && !act.asOperator()
                && (bidUpon || !(act instanceof Cancel))) {
            return "not-allowed";
        }
        return switch (lot.status()) {
            case CLOSED -> "closed";
            case SCHEDULED -> act instanceof Cancel ? NaiveAuction.YES : "not-open";
            case PAUSED ->
                    switch (act) {
                        case Resume _, Cancel _ -> NaiveAuction.YES;
                        case Extend extend -> answer(lot, extend);
                        default -> "paused";
                    };
            case OPEN ->
                    switch (act) {
                        case Resume _ -> "not-allowed";
                        case Extend extend -> answer(lot, extend);
                        default -> NaiveAuction.YES;
                    };
        };
    }

    private static String answer(NaiveAuction lot, Extend extend) {
        Instant end = lot.clock.end.plus(Duration.ofMinutes(extend.minutes()));
        return Duration.between(lot.now, end).compareTo(Duration.ofDays(366)) > 0
                ? "invalid"
                : NaiveAuction.YES;
    }
}
