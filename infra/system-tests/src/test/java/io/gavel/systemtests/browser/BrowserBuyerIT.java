package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.gavel.systemtests.RunningGavel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bidder's own pages: what a bid costs, where it stands, what was won, paying for it. */
@Timeout(180)
class BrowserBuyerIT {

    private static final String STAGE = "data-stage";

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);

    /** Nobody else has this name, so nobody else's bids are in the lists. */
    private final String ann = "ann-" + UUID.randomUUID().toString().substring(0, 8);

    private Window window;

    @BeforeEach
    void somebodyComes() {
        window = WINDOWS.open();
    }

    @Test
    void aLotIsBidOnWatchedLostWonPaidAndInvoiced() throws IOException {
        String lot = HOUSE.lists("Mantel clock", 5_000);
        window.signIn(ann, "BIDDER").open("/#/lots/" + lot);
        int sockets = window.sockets().size();
        assertThat(window.see("premium").first())
                .hasText(
                        "The buyer pays 25% on top of the price up to €500,000.00,"
                                + " and 20% on what is above.");

        window.type("60");
        assertThat(window.see("confirm").getByTestId("total")).hasText("€75.00");
        window.see("confirm-bid").click();
        assertThat(window.see("leading")).isVisible();
        window.see("watch").click();
        assertThat(window.see("watch")).hasAttribute("aria-pressed", "true");
        window.page().locator("price-chart").scrollIntoViewIfNeeded();
        assertThat(window.see("price-plot")).isVisible();

        window.see("my-auctions").click();
        assertThat(window.see("own-bid")).hasAttribute(STAGE, "leading");
        Window other = WINDOWS.open().signIn("bob", "BIDDER");
        other.open("/#/lots/" + lot);
        other.bid("80");
        assertThat(window.see("own-bid")).hasAttribute(STAGE, "outbid");
        assertThat(window.see("outbid-elsewhere")).containsText("outbid on “Mantel clock”");
        window.see("my-watchlist").click();
        assertThat(window.see("lot-link")).containsText("€65.00");
        window.see("outbid-elsewhere").locator("a").click();
        assertThat(window.see("outbid-elsewhere")).not().isVisible();
        window.bid("100");
        assertThat(window.see("leading")).containsText("Your maximum is €100.00");
        assertThat(window.sockets()).as("one connection since signing in").hasSize(sockets);

        HOUSE.operates(lot, "hammer", "the day is over");

        assertThat(window.see("won")).isVisible();
        window.see("my-auctions").click();
        window.see("to-purchase").click();
        assertThat(window.see("purchase")).hasAttribute(STAGE, "paid");
        assertThat(window.see("bill").getByTestId("total")).hasText("€106.25");
        assertThat(saved("document-pdf")).startsWith("%PDF-");
        assertThat(saved("document-html")).contains("Invoice I-", "106.25 EUR");
        window.page().navigate("/#/my/watchlist");
        assertThat(window.see("lot-link")).containsText("Closed");
        window.see("unwatch-ended").click();
        assertThat(window.see("none-watched")).isVisible();
    }

    @Test
    void whatWasDeclinedIsSaidAndTriedAgain() {
        String payer = "fault-decline-" + Instant.now().toEpochMilli();
        String lot = buyable("Brass lamp");
        HOUSE.buysNow(payer, lot);
        window.signIn(payer, "BIDDER").page().navigate("/#/my/bids/to-pay");
        assertThat(window.see("own-bid")).hasAttribute(STAGE, "to-pay");

        window.page().navigate("/#/my/sales/awaiting-payment");
        assertThat(window.see("purchase")).hasAttribute(STAGE, "to-pay");
        window.see("purchase").locator("h2 a").click();
        assertThat(window.see("charge")).containsText("Your card was declined");
        assertThat(window.see("pay")).hasText("Try again: pay €112.50");
        assertThat(window.see("sale-history").locator("li")).hasCount(2);
        window.see("pay").click();

        assertThat(window.see("sale-history").locator("li")).hasCount(4);
        assertThat(window.see("charge")).hasAttribute("data-status", "declined");
        assertThat(window.see("pay")).isEnabled();
    }

    @Test
    void aBidDoesNotWaitForWhatItCosts() {
        String lot = HOUSE.lists("Silver spoon", 5_000);
        window.page().route("**/api/v1/costs?**", Route::abort);
        window.signIn(ann, "BIDDER").open("/#/lots/" + lot);

        window.type("60");
        assertThat(window.see("costs")).hasAttribute("data-state", "failed");
        window.see("confirm-bid").click();

        assertThat(window.see("leading")).isVisible();
    }

    @Test
    void everybodyCanUseThePagesInTheLightAndInTheDarkAndOnAPhone() {
        String lot = buyable("Tea bowl");
        String open = HOUSE.lists("Oak chair", 5_000);
        HOUSE.buysNow(ann, lot);
        HOUSE.bids(ann, open, 6_000);
        window.signIn(ann, "BIDDER").open("/#/lots/" + open);
        window.see("watch").click();

        usable("bids", "own-bid");
        usable("watchlist", "lot-link");
        usable("sales", "purchase");
        usable("sales/" + lot, "bill");
    }

    private void usable(String page, String shows) {
        window.page().navigate("/#/my/" + page);
        assertThat(window.see(shows).first()).isVisible();
        Accessibility.assertUsable(window.page(), page);
        Phone.assertFits(window.page(), page);
    }

    private String saved(String testId) throws IOException {
        Locator button = window.see(testId).first();
        Download file = window.page().waitForDownload(button::click);
        return new String(Files.readAllBytes(file.path()), UTF_8);
    }

    private static String buyable(String title) {
        return HOUSE.lists(title, 5_000, Duration.ofDays(1), ",\"buyNow\":9000");
    }
}
