package io.gavel.bench;

import io.gavel.bench.GatewayEffort.Watching;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** One gateway process: what it delivers, what its connections weigh, and how soon it answers. */
record Gateway(Stack stack, Desk desk, Effort effort, Path home, Progress progress) {

    private static final double NANOS_PER_MILLI = 1e6;

    void run(Report report) {
        say("starting a gateway");
        try (RunningGateway gateway = stack.gateway(home)) {
            new IdleCrowd(gateway, effort.gateway().idle(), progress).run(report);
            audience(gateway, "Wide", effort.gateway().wide(), report);
            audience(gateway, "Dense", effort.gateway().dense(), report);
            new DeafReaders(this, gateway).run(report);
            new SocketBids(this, gateway).run(report);
        }
    }

    void audience(RunningGateway gateway, String name, Watching size, Report report) {
        say("%,d who watch, %d events/s".formatted(size.clients(), size.perSecond()));
        try (Audience audience = audience(gateway)) {
            audience.join(size.clients());
            audience.round(size.perSecond(), effort.gateway().warmUp());
            List<Double> perSecond = new ArrayList<>();
            List<Histogram> latencies = new ArrayList<>();
            for (int round = 1; round <= effort.gateway().rounds(); round++) {
                Audience.Round heard = audience.round(size.perSecond(), effort.gateway().round());
                say(
                        "%,.0f events/s delivered, p99 %.0f ms"
                                .formatted(heard.perSecond(), millis(heard.latencies(), 99)));
                perSecond.add(heard.perSecond());
                latencies.add(heard.latencies());
            }
            report.figure("gateway" + name + "EventsPerSecond", new Series(perSecond));
            report.figure("gateway" + name + "P50Millis", millis(latencies, 50));
            report.figure("gateway" + name + "P99Millis", millis(latencies, 99));
        }
    }

    /** Nobody yet, before a lot of its own. */
    Audience audience(RunningGateway gateway) {
        return new Audience(desk.openLots(1).getFirst(), stack.clients(), gateway);
    }

    void say(String what) {
        progress.say(Measure.GATEWAY + ": " + what);
    }

    static Series millis(List<Histogram> rounds, double percentile) {
        return new Series(rounds.stream().map(round -> millis(round, percentile)).toList());
    }

    static double millis(Histogram round, double percentile) {
        return round.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
