package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.demo.Demo;
import io.gavel.demo.DemoOptions;
import io.gavel.localstack.ServiceProcess;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What a visitor of {@code ./gavel up --demo} finds in the first minute. */
@Timeout(240)
class DemoIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.withDemo();

    private static final Duration SOON = Duration.ofMinutes(1);

    /** Each picture is drawn, sent and made anew. */
    private static final Duration UNTIL_FULL = Duration.ofSeconds(100);

    private static final int MANY = 24;
    private static final int LOTS = 28;

    @Test
    void aFullHouseOnWhichPeopleBidAndWhichComesBackAsItWas() {
        await("a full house").atMost(UNTIL_FULL).until(() -> up().size() >= MANY);
        assertThat(up().stream().map(lot -> lot.get("format").stringValue()).distinct())
                .contains("english", "dutch", "vickrey", "sealed-first-price");
        assertThat(up()).allSatisfy(lot -> assertThat(lot.path("photos")).isNotEmpty());
        await("bids on five lots")
                .atMost(SOON)
                .until(() -> up().stream().filter(DemoIT::isBidOn).count() >= 5);

        JsonNode lot =
                await("a bid that meets a reserve")
                        .atMost(SOON)
                        .until(DemoIT::sellable, Optional::isPresent)
                        .orElseThrow();
        String oscar = GAVEL.api().token("oscar", "OPERATOR");
        knockDown(lot, oscar);
        await("its sale")
                .atMost(SOON)
                .until(() -> GAVEL.api().get(sale(lot), oscar).status() == 200);
        assertThat(GAVEL.api().get(sale(lot), oscar).json().get("hammer").longValue()).isPositive();
        await("another lot in its place").atMost(SOON).until(() -> up().size() >= MANY);

        GAVEL.stack().demo().orElseThrow().stop();
        List<String> diary = new CopyOnWriteArrayList<>();
        DemoOptions options =
                new DemoOptions(
                        DemoOptions.SEED,
                        GAVEL.stack().gateways().stream().map(ServiceProcess::uri).toList());
        try (var _ = Demo.start(options, Clock.systemUTC(), diary::add)) {
            knockDown(brisk(), oscar);
            await("what is missing is listed")
                    .atMost(SOON)
                    .until(() -> diary.stream().anyMatch(line -> line.startsWith("listed")));
            assertThat(up())
                    .extracting(each -> each.get("title").stringValue())
                    .doesNotHaveDuplicates()
                    .hasSizeLessThanOrEqualTo(LOTS);
        }
    }

    /** A lot that is sold if the hammer falls now. */
    private static Optional<JsonNode> sellable() {
        return up().stream()
                .filter(each -> each.get("format").stringValue().equals("english"))
                .filter(each -> !each.path("reserve").stringValue("").equals("not-met"))
                .filter(DemoIT::isBidOn)
                .findFirst();
    }

    private static JsonNode brisk() {
        return lots("open")
                .filter(each -> each.get("format").stringValue().equals("english"))
                .findFirst()
                .orElseThrow();
    }

    private static void knockDown(JsonNode lot, String operator) {
        String path = "/api/v1/lots/" + lot.get("id").stringValue() + "/hammer";
        Api.Answer answer = GAVEL.api().post(path, operator, "{\"reason\":\"to see it sold\"}");
        assertThat(answer.status()).as(answer.text()).isIn(200, 409);
    }

    private static String sale(JsonNode lot) {
        return "/api/v1/sales/" + lot.get("id").stringValue();
    }

    private static boolean isBidOn(JsonNode lot) {
        return lot.get("bids").longValue() > 0;
    }

    /** What is open or scheduled, ending soonest first. */
    private static List<JsonNode> up() {
        return Stream.of("open", "scheduled").flatMap(DemoIT::lots).toList();
    }

    private static Stream<JsonNode> lots(String status) {
        return GAVEL
                .elsewhere()
                .get("/api/v1/lots?limit=200&status=" + status, null)
                .json()
                .get("items")
                .values()
                .stream();
    }
}
