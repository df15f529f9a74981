package io.gavel.bench;

import io.gavel.bidding.auction.Lot;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The decision core alone: one decision a call, each on the lot the one before left behind. After
 * the last bid of the script the lot is as at its start again. Public for JMH.
 */
@State(Scope.Thread)
public class CoreBench {

    private final CoreScript script = CoreScript.write();
    private final CoreScript.Step[] steps = script.steps().toArray(CoreScript.Step[]::new);
    private Lot lot = script.start();
    private int next;

    /**
     * Decides and evolves; the answer is part of what is returned, so that nothing can be left out.
     */
    @Benchmark
    public Object decide() {
        CoreScript.Decided decided = CoreScript.decide(script.id(), lot, steps[next]);
        lot = decided.lot();
        if (++next == steps.length) {
            next = 0;
            lot = script.start();
        }
        return decided;
    }
}
