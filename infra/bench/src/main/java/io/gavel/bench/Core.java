package io.gavel.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link CoreBench} under JMH, on one thread in a JVM of its own. */
record Core(Effort effort, Progress progress) {

    /** One JVM per run of the bench: the others run on the same machine. */
    private static final int FORKS = 1;

    void run(Report report) {
        progress.say(Measure.CORE + ": JMH");
        System.setProperty("jmh.ignoreLock", "true");
        TimeValue round = TimeValue.milliseconds(effort.coreRound().toMillis());
        var options =
                new OptionsBuilder()
                        .include(Pattern.quote(CoreBench.class.getName()))
                        .mode(Mode.Throughput)
                        .timeUnit(TimeUnit.SECONDS)
                        .forks(FORKS)
                        .threads(1)
                        .warmupIterations(effort.coreWarmUpRounds())
                        .warmupTime(round)
                        .measurementIterations(effort.rounds())
                        .measurementTime(round)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        try {
            report.figure("coreDecisionsPerSecond", rounds(new Runner(options).runSingle()));
        } catch (RunnerException e) {
            throw new IllegalStateException("the core under JMH: " + e.getMessage(), e);
        }
    }

    private static Series rounds(RunResult result) {
        List<Double> perSecond =
                result.getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .map(round -> round.getPrimaryResult().getScore())
                        .toList();
        return new Series(perSecond);
    }
}
