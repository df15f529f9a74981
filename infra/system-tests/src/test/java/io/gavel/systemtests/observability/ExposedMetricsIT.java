package io.gavel.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.localstack.ServiceProcess;
import io.gavel.systemtests.Participant;
import io.gavel.systemtests.RunningGavel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Dashboards, alerts and recorded series ask for metrics, labels and values of labels that the
 * running services expose. What is there only once something happened is brought about first.
 */
@Timeout(120)
class ExposedMetricsIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    /** Not there before the first of them. */
    private static final List<String> AFTER_A_SALE =
            List.of(
                    "gavel_gateway_bid_seconds_bucket",
                    "gavel_gateway_frames_out_total",
                    "gavel_settlement_hammer_minor_units_total",
                    "gavel_payments_webhooks_total");

    private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

    private static Provenance provenance;

    @BeforeAll
    static void aLotIsSoldAndPaid() {
        String seller = GAVEL.api().token("sam", "SELLER");
        String bidder = GAVEL.api().token("alice", "BIDDER");
        String operator = GAVEL.api().token("olga", "OPERATOR");
        String lot = listed(seller);
        try (Participant alice = GAVEL.api().join(bidder)) {
            alice.watchAfter(lot, 0);
            alice.awaitEvent(lot, "opened");
            assertThat(alice.bid(lot, 500).get("leading").booleanValue()).isTrue();
            String hammer = "/api/v1/lots/" + lot + "/hammer";
            GAVEL.api().post(hammer, operator, "{\"reason\":\"all bids are in\"}");
            alice.awaitEvent(lot, "closed");
        }
        Scrape scrape =
                Awaitility.await("what is counted after a sale")
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                ExposedMetricsIT::scrape,
                                found -> AFTER_A_SALE.stream().allMatch(found::has));
        provenance = new Provenance(scrape, ObservabilityFiles.recorded());
    }

    private static String listed(String seller) {
        String lot =
                "{\"title\":\"A"
                    + " clock\",\"description\":\"Ticks.\",\"format\":\"english\",\"currency\":\"EUR\","
                    + "\"startingPrice\":100,\"increments\":\"ebay-us\",\"closesAt\":\""
                        + Instant.now().plusSeconds(3_600)
                        + "\"}";
        return GAVEL.api().post("/api/v1/lots", seller, lot).json().get("id").stringValue();
    }

    private static Scrape scrape() {
        Scrape scrape = new Scrape();
        for (ServiceProcess gateway : GAVEL.stack().gateways()) {
            scrape.add("gateway-ws", gateway.uri());
        }
        scrape.add("bidding-service", GAVEL.stack().bidding().uri());
        scrape.add("settlement-service", GAVEL.stack().settlement().uri());
        return scrape;
    }

    @Test
    void alerts_and_recorded_series_are_about_what_is_exposed() {
        List<String> problems = new ArrayList<>();
        ObservabilityFiles.alerts()
                .forEach(alert -> add(problems, alert.name(), alert.expression()));
        ObservabilityFiles.recorded()
                .forEach(series -> add(problems, series.name(), series.expression()));
        assertThat(problems).isEmpty();
    }

    @Test
    void dashboards_ask_for_what_is_exposed_and_name_labels_that_are_there() {
        List<String> problems = new ArrayList<>();
        for (Path file : ObservabilityFiles.dashboards()) {
            for (var query : ObservabilityFiles.queries(ObservabilityFiles.read(file))) {
                add(problems, query.panel(), query.expression());
                problems.addAll(legend(query));
            }
        }
        assertThat(problems).isEmpty();
    }

    private static void add(List<String> problems, String where, String expression) {
        provenance.problems(expression).forEach(each -> problems.add(where + ": " + each));
    }

    /** Labels in a legend that no result has: where there is a grouping, only that remains. */
    private static List<String> legend(ObservabilityFiles.Query query) {
        PromQl read = PromQl.read(query.expression());
        var kept = read.grouping().isEmpty() ? provenance.labels(read) : read.grouping();
        List<String> problems = new ArrayList<>();
        Matcher label = IN_LEGEND.matcher(query.legend());
        while (label.find()) {
            if (!kept.contains(label.group(1)) && !query.expression().startsWith("ALERTS")) {
                problems.add(query.panel() + ": no result has the label " + label.group(1));
            }
        }
        return problems;
    }
}
