package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.gavel.localstack.ServiceProcess;
import io.gavel.systemtests.RunningGavel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The page where things go wrong: gateways restart, clocks are off, lines are long, lots are many,
 * screens are small.
 */
@Timeout(180)
class BrowserHardshipIT {

    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(40_000);
    private static final Pattern LAST_SECONDS = Pattern.compile("\\d\\.\\d s");

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);

    @Test
    void aGatewayRestartsAndNobodyLosesHisPlaceAnEventOrAnUnsentBid() {
        String lot = HOUSE.lists("A travel clock", 5_000);
        ServiceProcess gateway = GAVEL.stack().gateways().getLast();
        Window alice = WINDOWS.openAt(gateway.uri()).signIn("alice", "BIDDER");
        Window carol = WINDOWS.openAt(gateway.uri());
        Window bob = WINDOWS.open().signIn("bob", "BIDDER");
        for (Window window : List.of(alice, bob, carol)) {
            Phone.become(window.page());
            window.open("/#/lots/" + lot);
        }
        alice.bid("60");
        assertThat(alice.see("leading")).containsText("Your maximum is €60.00");
        alice.see("bid-amount").fill("200");
        alice.run("() => window.scrollTo(0, 300)", null);

        gateway.stop();
        assertThat(alice.see("connection")).hasText("Reconnecting…");
        assertThat(alice.see("stale")).containsText("a bid is only sent when you press again");
        assertThat(alice.see("place-bid")).isDisabled();
        bob.bid("80");
        assertThat(bob.see("leading")).containsText("Your maximum is €80.00");
        gateway.restart();

        for (Window window : List.of(alice, carol)) {
            assertThat(window.see("connection")).hasText("Live", SOON);
            assertThat(window.see("price")).hasText("€65.00");
            assertThat(window.versions()).isEqualTo(downFrom(GAVEL.api().log(lot).size()));
        }
        assertThat(alice.see("outbid")).hasText("You have been outbid.");
        assertThat(alice.see("bid-amount")).hasValue("200");
        assertThat(alice.run("() => window.scrollY", null)).isEqualTo(300);
        assertThat(alice.see("place-bid")).isEnabled();
        assertThat(GAVEL.api().log(lot)).as("nothing was sent by itself").hasSize(5);
        alice.see("place-bid").click();
        alice.see("confirm-bid").click();
        assertThat(alice.see("leading")).containsText("Your maximum is €200.00");
        assertThat(bob.see("outbid")).isVisible();
    }

    @Test
    void clocksThatAreFiveMinutesOffCountDownOnTheServersTimeAndBidAtTheEnd() {
        Window fast = WINDOWS.open();
        Window slow = WINDOWS.open();
        fast.withItsClockOffBy(Duration.ofMinutes(5)).signIn("alice", "BIDDER");
        slow.withItsClockOffBy(Duration.ofMinutes(-5)).signIn("bob", "BIDDER");
        String soft = ",\"softClose\":{\"window\":\"PT12S\",\"extension\":\"PT12S\"}";
        String lot = HOUSE.lists("A wrong clock", 5_000, Duration.ofSeconds(16), soft);
        for (Window window : List.of(fast, slow)) {
            window.open("/#/lots/" + lot);
            assertThat(window.see("time-sync")).hasAttribute("data-state", "synchronised");
            assertCountsDownRight(window);
        }
        for (Window window : List.of(fast, slow)) {
            assertThat(window.see("countdown")).hasText(LAST_SECONDS);
            assertCountsDownRight(window);
            window.bidTheNextMinimum();
            assertThat(window.see("leading")).isVisible();
            assertThat(window.see("price")).hasText(window == fast ? "€50.00" : "€55.00");
        }
        assertThat(fast.see("outbid")).hasText("You have been outbid.");
        assertCountsDownRight(fast);
    }

    @Test
    void onALineOf300MillisecondsEachWayABidIsSaidInWordsAndTheTimeIsRight() throws IOException {
        String lot = HOUSE.lists("A far clock", 5_000);
        String ending = HOUSE.lists("A near end", 5_000, Duration.ofMinutes(5), "");
        try (Cable cable = new Cable(GAVEL.stack().gatewayUri(), Duration.ofMillis(300))) {
            Window alice = WINDOWS.openAt(cable.uri()).signIn("alice", "BIDDER");
            alice.open("/#/lots/" + lot);
            alice.type("60");
            assertThat(alice.see("confirm-amount")).hasText("€60.00");
            alice.see("confirm-bid").click();
            assertThat(alice.see("sent")).isVisible();
            assertThat(alice.see("leading")).containsText("Your maximum is €60.00");
            assertThat(alice.see("in-the-log")).containsText("version 3");

            HOUSE.bids("bob", lot, 10_000);
            assertThat(alice.see("outbid")).hasText("You have been outbid.");
            assertThat(alice.see("price")).hasText("€65.00");
            alice.type("70");
            HOUSE.bids("carol", lot, 9_000);
            assertThat(alice.see("confirm-bid")).isDisabled();
            alice.page().keyboard().press("Escape");

            alice.open("/#/lots/" + ending);
            assertThat(alice.see("server-time")).hasText(Pattern.compile("±(3|4)\\d\\d ms"));
            assertCountsDownRight(alice);
        }
    }

    @Test
    void onAPhoneTheMainStoriesNeedNoScrollingToTheSideAndFingersHitWhatTheyMean() {
        String lot = HOUSE.lists("A pocket watch", 5_000, Duration.ofDays(1), ",\"buyNow\":90000");
        Window alice = WINDOWS.open();
        Phone.become(alice.page());
        alice.page().navigate("/#/sign-in");
        assertThat(alice.see("person-alice")).isVisible();
        assertFits(alice, "signing in");
        alice.see("person-alice").click();
        alice.page().navigate("/#/");
        assertThat(alice.see("lot-link").first()).isVisible();
        assertFits(alice, "landing");
        alice.open("/#/lots/" + lot);
        assertFits(alice, "lot");
        alice.type("60");
        assertThat(alice.see("confirm-bid")).isFocused();
        assertFits(alice, "confirming");
        alice.see("confirm-bid").click();
        assertThat(alice.see("leading")).isVisible();
        alice.see("verify").click();
        assertThat(alice.see("verified")).containsText("one unbroken chain");
        alice.see("language").selectOption("de");
        assertThat(alice.see("leading")).containsText("Sie führen");
        assertFits(alice, "lot, leading, in German");
    }

    private static void assertFits(Window window, String what) {
        assertThat(Phone.width(window.page())).as(what).isLessThanOrEqualTo(Phone.WIDTH);
        assertThat(Phone.tooSmall(window.page())).as(what).isEmpty();
    }

    /** As soon as a page on a busy machine is drawn again. */
    private static void assertCountsDownRight(Window window) {
        await("a countdown by the server's clock")
                .atMost(Windows.PATIENCE)
                .untilAsserted(() -> assertShowsWhatIsLeft(window));
    }

    /** To a second, and rounded up to one; by the clock of this machine, which is the server's. */
    private static void assertShowsWhatIsLeft(Window window) {
        long before = System.currentTimeMillis();
        List<?> shown =
                (List<?>)
                        window.see("countdown")
                                .evaluate("time => [time.textContent, Date.parse(time.dateTime)]");
        long after = System.currentTimeMillis();
        double left = seconds(String.valueOf(shown.getFirst()).strip());
        double closesAt = ((Number) shown.getLast()).doubleValue();
        assertThat(left)
                .as("%s is shown", shown)
                .isBetween((closesAt - after) / 1_000 - 1, (closesAt - before) / 1_000 + 2);
    }

    /** Of {@code 4:05} or {@code 9.4 s}. */
    private static double seconds(String left) {
        String[] parts = left.replace(" s", "").split(":", -1);
        return parts.length == 1
                ? Double.parseDouble(parts[0])
                : 60 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }

    private static List<String> downFrom(int newest) {
        return IntStream.iterate(newest, version -> version > 0, version -> version - 1)
                .mapToObj(String::valueOf)
                .toList();
    }
}
