package io.gavel.gateway.command;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.admission.CommandRates;
import io.gavel.gateway.advice.Advice;
import io.gavel.gateway.tail.Tails;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends commands and waits for what becomes of them. */
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final CommandLog log;
    private final Tails tails;
    private final PendingDecisions pending;
    private final CommandRates rates;
    private final BidAdvice advice;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CommandTraces traces;
    private final Duration deadline;

    Commands(
            CommandLog log,
            Tails tails,
            PendingDecisions pending,
            CommandRates rates,
            BidAdvice advice,
            Clock clock,
            MeterRegistry meters,
            Traces traces,
            GatewayProperties properties) {
        this.log = log;
        this.tails = tails;
        this.pending = pending;
        this.rates = rates;
        this.advice = advice;
        this.clock = clock;
        this.meters = meters;
        this.traces = new CommandTraces(traces);
        this.deadline = properties.command().deadline();
        Gauge.builder("gavel.gateway.waiting", pending, PendingDecisions::count)
                .description("Commands that wait for their decision")
                .register(meters);
        for (CommandRates.Whose whose : CommandRates.Whose.values()) {
            refusals(whose);
        }
    }

    private Counter refusals(CommandRates.Whose whose) {
        String cause = whose.name().toLowerCase(Locale.ROOT);
        return meters.counter("gavel.gateway.commands.refused", "cause", cause);
    }

    /**
     * Sends a command and waits for its decision, no longer than the deadline. Sending it again is
     * harmless: it gets its first decision again.
     *
     * @param via how it came, for metrics: {@code http} or {@code ws}
     */
    public Mono<Outcome> submit(Command command, String via) {
        return submit(command, leg -> await(command, leg), via);
    }

    /**
     * As {@link #submit(Command, String)}, unless the log could only refuse the bid and advice may
     * be given: then it is not sent.
     *
     * @param insists true: the log shall decide; false: advice will do; null: not said
     */
    public Mono<Outcome> bid(PlaceBid bid, @Nullable Boolean insists, String via) {
        return submit(
                bid,
                leg ->
                        advice.tooLow(bid, insists)
                                .map(known -> tooLow(bid, known))
                                .orElseGet(() -> await(bid, leg)),
                via);
    }

    private Mono<Outcome> submit(
            Command command, Function<Leg, Mono<Outcome>> admitted, String via) {
        return Mono.deferContextual(context -> {
            Timer.Sample started = Timer.start(meters);
            Leg leg = traces.begin(command, via, context);
            return leg.during(
                    rates.count(command, System.nanoTime())
                            .map(this::refused)
                            .orElseGet(() -> admitted.apply(leg))
                            .doOnNext(outcome -> note(command, via, outcome, started, leg)));
        });
    }

    private static Mono<Outcome> tooLow(PlaceBid bid, Advice.TooLow known) {
        String detail =
                "amount: "
                        + bid.amount()
                        + " (expected: >= "
                        + known.next()
                        + "); the log was not asked, send it with insist if it shall decide";
        return Mono.just(
                new Outcome.Advised(
                        ServerFrame.AdvisoryDecision.tooLow(
                                bid, detail, known.version(), known.price(), known.next())));
    }

    private Mono<Outcome> refused(CommandRates.TooMany tooMany) {
        refusals(tooMany.whose()).increment();
        return Mono.just(new Outcome.TooMany(tooMany.whose(), tooMany.retryAfter()));
    }

    private Mono<Outcome> await(Command command, Leg leg) {
        return pending.await(command)
                .map(wait -> send(command, wait, leg).doFinally(_ -> wait.leave()))
                .orElseGet(() -> Mono.just(new Outcome.Busy()));
    }

    private Mono<Outcome> send(Command command, PendingDecisions.Wait wait, Leg leg) {
        Mono<Outcome> refused =
                tails.following(command.lot(), Topics.DECISIONS)
                        .then(Mono.defer(() -> append(command, leg)))
                        .then(Mono.<Outcome>never())
                        .onErrorResume(e -> Mono.just(notSent(command, e, leg)));
        return Mono.firstWithSignal(wait.decided(), refused)
                .timeout(deadline, Mono.just(new Outcome.Undecided()));
    }

    private Mono<Void> append(Command command, Leg leg) {
        Leg append = leg.sending("append");
        return append.during(
                log.append(command.lot(), CommandJson.write(command, clock.instant()), append));
    }

    private static Outcome notSent(Command command, Throwable e, Leg leg) {
        try (var _ = leg.open()) {
            LOG.atWarn()
                    .addKeyValue("lot", command.lot())
                    .addKeyValue("command", command.id())
                    .log("command not confirmed by the log: {}", e.toString());
        }
        return e instanceof RejectedExecutionException ? new Outcome.Busy() : new Outcome.NotSent();
    }

    private void note(Command command, String via, Outcome outcome, Timer.Sample started, Leg leg) {
        CommandTraces.note(outcome, leg);
        started.stop(
                Timer.builder(
                                command instanceof PlaceBid
                                        ? "gavel.gateway.bid"
                                        : "gavel.gateway.command")
                        .description("From a command's receipt to its decision's delivery")
                        .tag("outcome", outcome.word())
                        .tag("via", via)
                        .publishPercentileHistogram()
                        .register(meters));
        try (var _ = leg.open()) {
            LOG.atDebug()
                    .addKeyValue("lot", command.lot())
                    .addKeyValue("command", command.id())
                    .addKeyValue("outcome", outcome.word())
                    .log("command answered");
        }
    }
}
