package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import io.gavel.systemtests.RunningGavel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures how evenly the page is drawn while prices move, and what that costs; prints it and
 * judges nothing. No part of the test runs: docs/performance.md says how to start it.
 */
@Timeout(240)
class PageFramesBench {

    private static final int UPDATES_A_SECOND = 20;
    private static final int SECONDS = 10;
    private static final int LOTS = 200;
    private static final int STEP = 500;
    private static final double LATE_MS = 25;

    /** The times between drawn frames, in milliseconds. */
    private static final String FRAMES =
            """
            (seconds) => new Promise((resolve) => {
              const deltas = [];
              let last = performance.now();
              const until = last + seconds * 1000;
              const drawn = (now) => {
                deltas.push(now - last);
                last = now;
                if (now < until) requestAnimationFrame(drawn);
                else resolve(deltas.slice(1));
              };
              requestAnimationFrame(drawn);
            })\
            """;

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);

    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void aLotPage() {
        String lot = HOUSE.lists("A busy clock", 100);
        Window window = WINDOWS.open();
        window.signIn("alice", "BIDDER").open("/#/lots/" + lot);
        measure("a lot, quiet", window, List.of());
        measure("a lot at 20 updates/s", window, List.of(lot));
        measure("the same, its history full", window, List.of(lot));
    }

    @Test
    void landing() {
        String word = "q" + UUID.randomUUID().toString().substring(0, 8);
        List<String> lots = HOUSE.listsMany(LOTS, i -> "No. " + i + " " + word, 100);
        Window window = WINDOWS.open();
        window.page().navigate("/#/?q=" + word + "&sort=price");
        assertThat(window.see("lot-link").first()).isVisible();
        String first = window.see("lot-link").first().getAttribute("data-lot");
        measure("landing, quiet", window, List.of());
        measure("landing with a lot at 20 updates/s", window, List.of(first));
        assertThat(window.sockets()).hasSize(1);
        assertThat(lots).contains(first);
    }

    /** While somebody bids on these lots, that often on each. */
    private void measure(String what, Window window, List<String> lots) {
        CDPSession inside = window.page().context().newCDPSession(window.page());
        JsonObject processorTime = new JsonObject();
        processorTime.addProperty("timeDomain", "threadTicks");
        inside.send("Performance.enable", processorTime);
        try (ScheduledExecutorService bidders = Executors.newSingleThreadScheduledExecutor()) {
            long every = TimeUnit.SECONDS.toMicros(1) / UPDATES_A_SECOND;
            for (String lot : lots) {
                bidders.scheduleAtFixedRate(() -> bid(lot), 0, every, TimeUnit.MICROSECONDS);
            }
            Map<String, Double> before = spent(inside);
            List<?> frames = (List<?>) window.run(FRAMES, SECONDS);
            print(what, frames, before, spent(inside));
            bidders.shutdownNow();
        }
    }

    /** The next step, by one of two who take turns. */
    private void bid(String lot) {
        int step = steps.getAndIncrement();
        HOUSE.bids(step % 2 == 0 ? "bob" : "carol", lot, 100 + STEP * step);
    }

    private static Map<String, Double> spent(CDPSession inside) {
        JsonObject answer = inside.send("Performance.getMetrics");
        Map<String, Double> spent = new LinkedHashMap<>();
        for (JsonElement each : answer.getAsJsonArray("metrics")) {
            JsonObject metric = each.getAsJsonObject();
            spent.put(metric.get("name").getAsString(), metric.get("value").getAsDouble());
        }
        return spent;
    }

    private static void print(
            String what, List<?> frames, Map<String, Double> before, Map<String, Double> after) {
        double[] deltas =
                frames.stream()
                        .mapToDouble(each -> ((Number) each).doubleValue())
                        .sorted()
                        .toArray();
        long late = Arrays.stream(deltas).filter(delta -> delta > LATE_MS).count();
        System.out.printf(
                "%s: %.1f frames/s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms, %d of %d late;"
                        + " processor time of %d s: script %.2f s, style %.2f s, layout %.2f s,"
                        + " all %.2f s%n",
                what,
                deltas.length * 1_000 / Arrays.stream(deltas).sum(),
                deltas[deltas.length / 2],
                deltas[deltas.length * 99 / 100],
                deltas[deltas.length - 1],
                late,
                deltas.length,
                SECONDS,
                took("ScriptDuration", before, after),
                took("RecalcStyleDuration", before, after),
                took("LayoutDuration", before, after),
                took("TaskDuration", before, after));
    }

    private static double took(String name, Map<String, Double> before, Map<String, Double> after) {
        return after.getOrDefault(name, 0.0) - before.getOrDefault(name, 0.0);
    }
}
