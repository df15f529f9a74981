package io.gavel.manifests;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;

/**
 * A pod is given longer to stop than its service takes at the longest: the wait before the signal,
 * then what the service does before it stops serving (see "How it stops" in the gateway's README),
 * then a phase of Spring's shutdown for HTTP calls in flight. None of these are guesses: they are
 * the settings' values, or else their defaults.
 */
final class Grace implements Rule {

    private static final String PHASE = "spring.lifecycle.timeout-per-shutdown-phase";
    private static final Map<String, List<String>> BEFORE =
            Map.of(
                    "gateway-ws",
                    List.of(
                            "gavel.socket.drain",
                            "gavel.command.deadline",
                            "gavel.socket.close-grace"),
                    // Once for what is stored to be told, once for the last commit of offsets.
                    "bidding-service",
                    List.of("gavel.handover-deadline", "gavel.handover-deadline"),
                    "settlement-service",
                    List.of("gavel.send-timeout"));

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.services().flatMap(service -> broken(service, manifests));
    }

    private static Stream<String> broken(Resource service, Manifests manifests) {
        Resource.Container container = service.containers().getLast();
        Map<String, String> told = Environment.of(container, manifests).values();
        Duration phase = value(service.name(), PHASE, told);
        Duration before =
                BEFORE.getOrDefault(service.name(), List.of()).stream()
                        .map(setting -> value(service.name(), setting, told))
                        .reduce(Duration.ZERO, Duration::plus);
        Duration wait =
                Duration.ofSeconds(
                        container.json().at("/lifecycle/preStop/sleep/seconds").asLong());
        Duration all = wait.plus(before).plus(phase);
        long grace = service.pod().path("terminationGracePeriodSeconds").asLong();
        return Stream.of(
                        grace > all.toSeconds()
                                ? ""
                                : "%s: %d s to stop (expected: more than %d s, which are %d s before the signal, %d s and a phase of %d s)"
                                        .formatted(
                                                service,
                                                grace,
                                                all.toSeconds(),
                                                wait.toSeconds(),
                                                before.toSeconds(),
                                                phase.toSeconds()),
                        wait.isPositive() ? "" : service + ": no wait before the signal",
                        before.compareTo(phase) < 0
                                ? ""
                                : "%s: stops within %s (expected: less than a phase, %s)"
                                        .formatted(service, before, phase))
                .filter(text -> !text.isEmpty());
    }

    private static Duration value(String service, String setting, Map<String, String> told) {
        String canonical = setting.toUpperCase(Locale.ROOT).replace('.', '_');
        String value =
                told.getOrDefault(
                        canonical.replace("-", ""), told.get(canonical.replace('-', '_')));
        return value == null
                ? Settings.duration(service, setting)
                : DurationStyle.detectAndParse(value);
    }
}
