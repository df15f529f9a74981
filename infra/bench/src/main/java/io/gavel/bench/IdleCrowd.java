package io.gavel.bench;

import io.gavel.bench.crowd.Crowd;

/**
 * What connections weigh that do nothing: of the heap all objects that are in use, and all that the
 * process grows by beside the heap, which is as large as it gets from its start.
 */
record IdleCrowd(RunningGateway gateway, int size, Progress progress) {

    private static final int BEFORE = 1_000;

    void run(Report report) {
        progress.say(Measure.GATEWAY + ": %,d who do nothing".formatted(size));
        try (Crowd before = new Crowd(gateway.port(), 1)) {
            before.join(Math.min(size, BEFORE), _ -> (_, _, _) -> {});
        }
        try (Crowd crowd = new Crowd(gateway.port(), 1)) {
            crowd.join(1, _ -> (_, _, _) -> {});
            double heap = LiveHeap.bytes(gateway.pid());
            double resident = Resident.bytes(gateway.pid());
            crowd.join(size, _ -> (_, _, _) -> {});
            heap = LiveHeap.bytes(gateway.pid()) - heap;
            resident = Resident.bytes(gateway.pid()) - resident;
            crowd.requireFine();
            progress.say(
                    Measure.GATEWAY + ": %,.0f bytes each".formatted((heap + resident) / size));
            report.figure("gatewayIdleHeapBytes", heap / size);
            report.figure("gatewayIdleNativeBytes", resident / size);
            report.figure("gatewayIdleBytes", (heap + resident) / size);
        }
    }
}
