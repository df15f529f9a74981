package io.gavel.systemtests.observability;

import io.gavel.systemtests.observability.ObservabilityFiles.Recorded;
import io.gavel.systemtests.observability.PromQl.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the series of a query come from: from a scrape of the services, from a recording rule, or
 * from an exporter that is not there in this build.
 */
final class Provenance {

    /** What others expose: Prometheus, Strimzi, CloudNativePG, cert-manager and Kubernetes. */
    private static final List<String> OF_OTHERS =
            List.of(
                    "up",
                    "ALERTS",
                    "barman_cloud_cloudnative_pg_io_",
                    "certmanager_",
                    "cnpg_",
                    "kafka_cluster_",
                    "kafka_controller_",
                    "kafka_server_",
                    "kube_pod_",
                    "kubelet_volume_");

    private final Scrape scrape;
    private final Map<String, PromQl> recorded;

    Provenance(Scrape scrape, List<Recorded> recorded) {
        this.scrape = scrape;
        this.recorded =
                recorded.stream()
                        .collect(
                                Collectors.toMap(
                                        Recorded::name, each -> PromQl.read(each.expression())));
    }

    /** What is wrong with a query, in sentences. */
    List<String> problems(String expression) {
        PromQl query = PromQl.read(expression);
        List<String> problems = new ArrayList<>();
        query.selectors().forEach(selector -> problems.addAll(problems(selector)));
        Set<String> known = labels(query);
        if (!isOfOthers(query)) {
            query.grouping().stream()
                    .filter(label -> !known.contains(label))
                    .map(label -> "nothing that is selected has a label " + label)
                    .forEach(problems::add);
        }
        return problems;
    }

    /** All labels that a result of a query could have. */
    Set<String> labels(PromQl query) {
        Set<String> labels = new HashSet<>(Scrape.OF_THE_TARGET);
        query.selectors().forEach(selector -> labels.addAll(labels(selector.metric())));
        return labels;
    }

    private Set<String> labels(String metric) {
        PromQl rule = recorded.get(metric);
        return rule == null ? scrape.labels(metric) : Set.copyOf(rule.grouping());
    }

    private static boolean isOfOthers(PromQl query) {
        return query.selectors().stream().anyMatch(each -> isOfOthers(each.metric()));
    }

    private static boolean isOfOthers(String metric) {
        return OF_OTHERS.stream()
                .anyMatch(
                        each -> each.endsWith("_") ? metric.startsWith(each) : metric.equals(each));
    }

    private List<String> problems(Selector selector) {
        String metric = selector.metric();
        if (isOfOthers(metric)) {
            return List.of();
        }
        if (recorded.containsKey(metric)) {
            return unknown(selector, labels(metric)::contains);
        }
        if (!scrape.has(metric)) {
            return List.of(metric + " is exposed by no service");
        }
        List<String> problems = unknown(selector, scrape.labels(metric)::contains);
        return problems.isEmpty() && !scrape.finds(selector)
                ? List.of("no series fits " + selector)
                : problems;
    }

    private static List<String> unknown(Selector selector, Function<String, Boolean> known) {
        return selector.matches().stream()
                .filter(match -> !known.apply(match.label()))
                .map(match -> selector.metric() + " has no label " + match.label())
                .toList();
    }
}
