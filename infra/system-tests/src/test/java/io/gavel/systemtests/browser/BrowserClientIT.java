package io.gavel.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.event.Sha256;
import io.gavel.systemtests.RunningGavel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The client of {@code /client.js} in a browser, on a line that breaks. */
@Timeout(120)
class BrowserClientIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);

    private String lot;
    @AutoClose private Cable cable;
    private Window window;

    /** Under the page's own content security policy, from the page's own origin. */
    @BeforeEach
    void aClientWatchesFromTheBeginning() {
        lot =
                HOUSE.lists(
                        "greta",
                        Duration.ofDays(1),
                        "\"title\":\"A clock\",\"currency\":\"EUR\",\"startingPrice\":100");
        cable = new Cable(GAVEL.stack().gatewayUri());
        window = WINDOWS.openAt(cable.uri());
        window.open("/#/lots/" + lot);
        window.run(
                """
                async (lot) => {
                  const { GavelClient } = await import('/client.js');
                  const gavel = new GavelClient();
                  await gavel.session.signIn('alice', ['BIDDER']);
                  await gavel.ready();
                  const told = [];
                  const watching = gavel.watch(
                    lot,
                    { onEvent: ({ version }) => told.push(version), onError: ({ message }) => told.push(message) },
                    { after: 0 },
                  );
                  Object.assign(globalThis, { gavel, told, watching });
                }\
                """,
                lot);
    }

    @Test
    void a_watch_goes_on_behind_a_broken_line_without_a_hole_and_with_nothing_twice() {
        bid("bob", 500);
        awaitTold(3);
        for (int amount = 600; amount <= 1_000; amount += 200) {
            cable.deafen();
            bid("carol", amount);
            bid("bob", amount + 100);
            cable.cut();
        }
        awaitTold(versions());

        assertThat(told())
                .isEqualTo(IntStream.rangeClosed(1, versions()).mapToObj(i -> (Object) i).toList());
        assertThat(window.run("() => watching.position.hash", null)).isEqualTo(headHash());
    }

    @Test
    void a_bid_whose_answer_was_lost_is_decided_once() {
        cable.deafen();
        String id = UUID.randomUUID().toString();
        window.run(
                "([lot, id]) => { globalThis.result = gavel.bid(lot, 500, { id }); }",
                List.of(lot, id));
        awaitVersions(3);
        cable.cut();

        Map<?, ?> result = (Map<?, ?>) window.run("() => result", null);
        assertThat(result.get("kind")).isEqualTo("decided");
        assertThat((Map<?, ?>) result.get("decision"))
                .extracting("id", "outcome", "version")
                .containsExactly(id, "accepted", 3);
        bid("bob", 600);
        awaitTold(versions());
        assertThat(versions()).as("the bid, and bob's against it").isEqualTo(5);
    }

    @Test
    void the_time_is_known_and_how_well() {
        Map<?, ?> clock =
                (Map<?, ?>)
                        window.run(
                                """
                                async () => {
                                  const clock = await gavel.synced();
                                  return { error: clock.errorMs, ahead: clock.now() - Date.now() };
                                }\
                                """,
                                null);
        double error = ((Number) clock.get("error")).doubleValue();
        double ahead = ((Number) clock.get("ahead")).doubleValue();
        assertThat(error).isBetween(1.0, 2_000.0);
        assertThat(Math.abs(ahead))
                .as("on one machine, right to within %s", error)
                .isLessThanOrEqualTo(error + 1);
    }

    @Test
    void another_page_goes_on_where_this_one_was() {
        awaitTold(2);
        Object position = window.run("() => { gavel.close(); return watching.position; }", null);
        bid("bob", 500);
        Window other = WINDOWS.open();
        other.open("/#/lots/" + lot);
        Object told =
                other.run(
                        """
                        async ([lot, after]) => {
                          const { GavelClient } = await import('/client.js');
                          const gavel = new GavelClient();
                          return new Promise((resolve) =>
                            gavel.watch(lot, { onEvent: ({ version }) => resolve(version), onError: resolve }, { after }),
                          );
                        }\
                        """,
                        List.of(lot, position));
        assertThat(told).isEqualTo(3);
    }

    private void awaitTold(int version) {
        await("version " + version + " told")
                .atMost(Windows.PATIENCE)
                .until(() -> told().contains(version));
    }

    private List<?> told() {
        return (List<?>) window.run("() => told", null);
    }

    private void awaitVersions(int count) {
        await(count + " versions in the log")
                .atMost(Windows.PATIENCE)
                .until(() -> versions() >= count);
    }

    private int versions() {
        return GAVEL.api().log(lot).size();
    }

    private String headHash() {
        return Sha256.of(GAVEL.api().log(lot).getLast()).hex();
    }

    private void bid(String who, int amount) {
        HOUSE.bids(who, lot, amount);
    }
}
