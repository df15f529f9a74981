package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.gavel.systemtests.RunningGavel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Finding a lot, bidding on it with open eyes, and that everybody can use the page. */
@Timeout(180)
class BrowserPageIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);

    /** A word that only the lots of one test have. */
    private final String word = "q" + UUID.randomUUID().toString().substring(0, 8);

    private Window alice;

    @BeforeEach
    void aliceComes() {
        alice = WINDOWS.open();
    }

    @Test
    void lotsAreFoundAndTheirPricesMoveOnOneConnection() {
        String clock = list("clock", 5_000, "");
        String vase = list("vase", 6_000, "");
        list("lamp", 7_000, ",\"format\":\"vickrey\"");
        alice.page().navigate("/#/");

        alice.see("search").fill(word);

        assertThat(alice.see("found")).hasText("3 lots");
        alice.see("filter-format").selectOption("english");
        assertThat(alice.see("found")).hasText("2 lots");
        alice.see("sort").selectOption("-price");
        assertThat(alice.see("lot-link").first()).containsText("vase");
        assertThat(alice.page())
                .hasURL(
                        GAVEL.stack().gatewayUri()
                                + "/#/?q="
                                + word
                                + "&format=english&sort=-price");

        HOUSE.bids("bob", clock, 9_000);
        HOUSE.bids("bob", vase, 8_000);

        assertThat(card(clock)).containsText("1 bid");
        assertThat(card(clock)).containsText("€50.00");
        HOUSE.bids("bob", clock, 12_000);
        HOUSE.bids("carol", vase, 6_500);
        assertThat(card(vase)).containsText("€70.00");
        assertThat(alice.see("lot-link").first()).containsText("vase");
        assertThat(alice.sockets()).hasSize(1);

        card(vase).click();
        assertThat(alice.see("lot-title")).containsText("vase");
        alice.see("back").click();
        assertThat(alice.see("search")).hasValue(word);
        assertThat(alice.see("found")).hasText("2 lots");

        alice.see("search").fill(word + " nothing");
        assertThat(alice.see("no-lots")).containsText("No lot matches.");
        alice.see("no-lots").locator("button").click();
        assertThat(alice.see("search")).hasValue("");
        assertThat(alice.see("lot-link").first()).isVisible();
        assertThat(alice.sockets()).hasSize(1);
    }

    @Test
    void aBidIsConfirmedAndProvedToTheBidder() throws IOException {
        String lot = list("clock", 5_000, "");
        alice.signIn("alice", "BIDDER").open("/#/lots/" + lot);

        alice.type("60");
        assertThat(alice.see("confirm-amount")).hasText("€60.00");
        alice.see("cancel-bid").click();
        assertThat(alice.see("bids")).hasText("No bids yet");
        alice.bid("60");

        assertThat(alice.see("leading")).containsText("Your maximum is €60.00");
        assertThat(alice.see("in-the-log")).containsText("version 3");
        Download receipt = alice.page().waitForDownload(() -> alice.see("receipt").click());
        assertThat(Files.readString(receipt.path())).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        alice.see("verify").click();
        assertThat(alice.see("verified"))
                .hasText(
                        "Verified: all 3 events form one unbroken chain."
                                + " It is the same log this page has followed live.");

        alice.see("language").selectOption("de");
        assertThat(alice.see("leading")).hasText("Sie führen. Ihr Höchstgebot ist 60,00 €.");
        alice.see("language").selectOption("en");
    }

    @Test
    void everybodyCanUseLandingAndLotInTheLightAndInTheDarkAndOnAPhone() {
        String lot = list("clock", 5_000, ",\"reserve\":9000,\"buyNow\":90000");
        alice.signIn("alice", "BIDDER");
        for (String scheme : new String[] {"light", "dark"}) {
            alice.page().navigate("/#/");
            alice.see("theme").selectOption(scheme);
            assertThat(alice.see("lot-link").first()).isVisible();
            assertThat(Accessibility.of(alice.page())).as("landing, %s", scheme).isEmpty();

            alice.open("/#/lots/" + lot);
            assertThat(alice.see("history").locator("li")).hasCount(2);
            assertThat(Accessibility.of(alice.page())).as("lot, %s", scheme).isEmpty();
            alice.type("60");
            assertThat(alice.see("confirm-bid")).isFocused();
            assertThat(Accessibility.of(alice.page())).as("confirming, %s", scheme).isEmpty();
            alice.page().keyboard().press("Escape");
            assertThat(alice.see("confirm-bid")).not().isAttached();
        }
        Phone.assertFits(alice.page(), "lot");
        alice.page().navigate("/#/");
        assertThat(alice.see("lot-link").first()).isVisible();
        Phone.assertFits(alice.page(), "landing");
    }

    private Locator card(String lot) {
        return alice.page().locator("[data-lot='" + lot + "']");
    }

    private String list(String title, int startingPrice, String more) {
        return HOUSE.lists("A " + title + " " + word, startingPrice, Duration.ofDays(1), more);
    }
}
