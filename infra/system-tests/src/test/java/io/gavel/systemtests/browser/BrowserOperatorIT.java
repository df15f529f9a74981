package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.gavel.systemtests.RunningGavel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What operators do in the page, what others see of it, and that all of them can use it. */
@Timeout(180)
class BrowserOperatorIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);

    /** A word that only the lots of one test have. */
    private final String word = "q" + UUID.randomUUID().toString().substring(0, 8);

    private Window olga;

    @BeforeEach
    void olgaComes() {
        olga = WINDOWS.open();
        olga.page().navigate("/");
        olga.run(
                "session => sessionStorage.setItem('gavel.session', session)",
                "{\"account\":\"olga\",\"roles\":[\"OPERATOR\"],\"token\":\"" + operator() + "\"}");
        olga.page().reload();
        olga.see("operate").waitFor();
    }

    @Test
    void aPauseIsSeenByBiddersWithItsReason() {
        String lot = list("clock");
        String other = list("vase");
        Window bob = WINDOWS.open();
        bob.open("/#/lots/" + lot);
        olga.see("operate").click();
        olga.see("search").fill(word);
        assertThat(olga.see("live-row")).hasCount(2);

        row(lot).getByTestId("pause").click();
        assertThat(olga.see("ask-reason")).isFocused();
        olga.page().keyboard().press("Escape");
        assertThat(olga.see("ask")).not().isAttached();
        assertThat(row(lot).getByTestId("pause")).isFocused();
        olga.page().keyboard().press("Enter");
        olga.see("ask-reason").fill("");
        olga.page().keyboard().press("Enter");
        assertThat(olga.see("ask-reason-error")).hasText("Please write something.");
        Accessibility.assertUsable(olga.page(), "asking why");
        olga.see("ask-reason").fill("A queue at the door");
        olga.page().keyboard().press("Enter");

        assertThat(olga.see("done")).containsText("Paused: A clock");
        assertThat(bob.see("history").locator("li").first())
                .containsText("Paused (A queue at the door)");
        assertThat(row(lot)).hasAttribute("data-status", "paused");
        assertThat(row(lot).getByTestId("hammer")).not().isAttached();

        row(lot).getByTestId("choose").check();
        row(other).getByTestId("choose").check();
        olga.see("resume-chosen").click();
        olga.see("ask-yes").click();
        assertThat(olga.see("ask-refused")).containsText("A vase " + word + ": Refused");
        olga.see("ask-no").click();
        assertThat(row(lot)).hasAttribute("data-status", "open");
        usable("live sales");
        assertThat(olga.sockets()).hasSize(2);
    }

    @Test
    void theConsoleIsUsedByKeyboardAloneToTheHammer() {
        String lot = list("clock");
        HOUSE.bids("bob", lot, 6_000);
        olga.page().navigate("/#/operate/lots/" + lot);
        assertThat(olga.see("console-price")).hasText("€50.00");
        assertThat(olga.see("console-bidders")).hasText("1");

        press("h");
        assertThat(olga.see("done")).containsText("first");
        press("o");
        assertThat(olga.see("called")).hasText("Going once at €50.00. Leading: paddle 1.");
        HOUSE.bids("carol", lot, 9_000);
        assertThat(olga.see("called")).hasAttribute("data-called", "nothing");
        assertThat(olga.see("console-bidders")).hasText("2");

        press("5");
        assertThat(olga.see("ask-minutes")).hasValue("5");
        press("Enter");
        assertThat(olga.see("done")).containsText("Extended");
        assertThat(olga.see("ask")).not().isAttached();
        press("o");
        press("t");
        assertThat(olga.see("called")).hasAttribute("data-called", "twice");
        usable("console");
        press("h");
        assertThat(olga.see("ask-means")).containsText("Sold to paddle 2 for €65.00");
        HOUSE.bids("carol", lot, 9_500);
        HOUSE.bids("bob", lot, 7_000);
        assertThat(olga.see("ask-refused")).containsText("please call again");
        press("Escape");
        assertThat(olga.see("ask")).not().isAttached();
        press("o");
        press("t");
        press("h");
        press("Enter");

        assertThat(olga.see("console-result")).containsText("Sold to paddle 2 for €75.00");
        assertThat(olga.see("to-next")).isVisible();
    }

    @Test
    void singleKeysCanBeSwitchedOff() {
        String lot = list("clock");
        olga.page().navigate("/#/operate/lots/" + lot);
        olga.see("keys").uncheck();
        press("o");
        assertThat(olga.see("called")).hasAttribute("data-called", "nothing");
        olga.see("once").click();
        assertThat(olga.see("called")).hasAttribute("data-called", "once");
    }

    @Test
    void healthShowsConnectionsAndBids() {
        String lot = list("clock");
        assertThat(GAVEL.api().get("/api/v1/system", operator()).status()).isEqualTo(200);
        olga.page().navigate("/#/operate/health");
        assertThat(olga.see("value-connections")).hasText(Pattern.compile("[1-9][0-9,]*"));
        assertThat(olga.see("service-settlement")).hasAttribute("data-verdict", "ok");
        assertThat(olga.see("tile-database")).hasAttribute("data-verdict", "ok");

        for (int amount = 5_000; amount < 10_000; amount += 1_000) {
            HOUSE.bids("bob", lot, amount);
        }

        assertThat(olga.see("value-bids")).hasText(Pattern.compile("[0-9.]*[1-9][0-9.]*"));
        assertThat(olga.see("value-decided")).containsText(Pattern.compile("\\d m?s / \\d"));
        usable("health");
    }

    @Test
    void aSaleThatNeedsSomebodyIsFoundAndSeenTo() throws IOException {
        String lot = list("clock");
        HOUSE.bids("fault-decline-7", lot, 6_000);
        HOUSE.operates(lot, "hammer", "enough");
        awaitNeed(lot);
        olga.page().navigate("/#/operate/attention");
        Locator sale = olga.page().locator("[data-testid=needed-sale][data-lot='" + lot + "']");
        assertThat(sale).containsText("The charge was declined.");
        usable("attention");
        Download table = olga.page().waitForDownload(() -> olga.see("csv-attention").click());
        assertThat(Files.readString(table.path())).contains(lot + ",awaiting-payment");

        sale.getByTestId("step-cancel").click();
        olga.see("ask-reason").fill("He cannot pay");
        olga.page().keyboard().press("Enter");
        assertThat(olga.see("done")).containsText("Cancel the sale");
        assertThat(sale).not().isAttached();

        String bidder = word;
        olga.see("find-account").fill(bidder);
        olga.page().keyboard().press("Enter");
        olga.see("bidder").getByTestId("suspend").click();
        olga.see("ask-reason").fill("A joker");
        olga.page().keyboard().press("Enter");
        assertThat(olga.see("bidder")).containsText("Suspended by olga: A joker");
        olga.see("bidder").getByTestId("reinstate").click();
        olga.see("ask-reason").fill("He promised");
        olga.page().keyboard().press("Enter");
        assertThat(olga.see("bidder")).containsText("Reinstated by olga: He promised");
    }

    @Test
    void othersAreToldWhoseThesePagesAre() {
        Window bob = WINDOWS.open();
        for (String page : new String[] {"", "/health", "/attention", "/lots/x"}) {
            bob.page().navigate("/#/operate" + page);
            assertThat(bob.see("operators-only")).isVisible();
        }
        assertThat(bob.see("operate")).not().isAttached();
    }

    /** Waits until the provider has declined, as the operators' list tells. */
    private static void awaitNeed(String lot) {
        Awaitility.await("the charge is declined")
                .atMost(Windows.PATIENCE)
                .until(() ->
                        GAVEL.api()
                                .get("/api/v1/sales?attention=true&limit=100", operator())
                                .text()
                                .contains(lot));
    }

    /** In the light and in the dark, and on a phone. */
    private void usable(String where) {
        Accessibility.assertUsable(olga.page(), where);
        Phone.assertFits(olga.page(), where);
    }

    private void press(String key) {
        olga.page().keyboard().press(key);
    }

    private Locator row(String lot) {
        return olga.page().locator("[data-testid=live-row][data-lot='" + lot + "']");
    }

    private String list(String title) {
        return HOUSE.lists("A " + title + " " + word, 5_000);
    }

    private static String operator() {
        return HOUSE.token("olga", "OPERATOR");
    }
}
