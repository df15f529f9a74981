package io.gavel.gateway.command;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import io.gavel.tracing.Traces;
import reactor.util.context.ContextView;

/** What traces say of commands: on which lot, and what became of it. */
record CommandTraces(Traces traces) {

    /**
     * Of all but bids it is not said what was asked: who lowers a maximum leaves no trace of it.
     */
    Leg begin(Command command, String via, ContextView context) {
        Leg leg = traces.begin(command instanceof PlaceBid ? "bid" : "command", context);
        return leg.isTraced()
                ? leg.note(Note.LOT, command.lot().toString()).note(Note.VIA, via)
                : leg;
    }

    static void note(Outcome outcome, Leg leg) {
        leg.note(Note.OUTCOME, outcome.word());
        if (leg.isTraced() && outcome instanceof Outcome.Decided(Decision decision, byte[] _)) {
            leg.note(Note.PARTITION, decision.partition()).note(Note.OFFSET, decision.offset());
        }
    }
}
