package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.gavel.systemtests.Api;
import io.gavel.systemtests.RunningGavel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bidder's own pages: what a bid costs, where it stands, what was won, paying for it. */
@Timeout(180)
class BrowserBuyerIT {

    private static final Duration SEEN_WITHIN = Duration.ofSeconds(15);
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final String STAGE = "data-stage";

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    @AutoClose private static Chromium chromium;

    /** Nobody else has this name, so nobody else's bids are in the lists. */
    private final String ann = "ann-" + UUID.randomUUID().toString().substring(0, 8);

    @AutoClose private Window window;

    @BeforeAll
    @Timeout(300)
    static void startChromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SEEN_WITHIN.toMillis());
        chromium = Chromium.start();
    }

    @BeforeEach
    void somebodyComes() {
        window = chromium.window(GAVEL.stack().gatewayUri());
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(window.scriptErrors()).isEmpty();
    }

    @Test
    void aLotIsBidOnWatchedLostWonPaidAndInvoiced() throws IOException {
        String lot = list("Mantel clock", "");
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
        try (Window other = chromium.window(GAVEL.stack().gatewayUri())) {
            other.signIn("bob", "BIDDER").open("/#/lots/" + lot);
            other.bid("80");
            assertThat(window.see("own-bid")).hasAttribute(STAGE, "outbid");
            assertThat(window.see("outbid-elsewhere")).containsText("outbid on “Mantel clock”");
        }
        window.see("my-watchlist").click();
        assertThat(window.see("lot-link")).containsText("€65.00");
        window.see("outbid-elsewhere").locator("a").click();
        assertThat(window.see("outbid-elsewhere")).not().isVisible();
        window.bid("100");
        assertThat(window.see("leading")).containsText("Your maximum is €100.00");
        assertThat(window.sockets()).as("one connection since signing in").hasSize(sockets);

        hammer(lot);

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
        String lot = list("Brass lamp", ",\"buyNow\":9000");
        String buying = "/api/v1/lots/" + lot + "/buy-now";
        String token = GAVEL.api().token(payer, "BIDDER");
        assertThat(GAVEL.api().post(buying, token, id()).status()).isEqualTo(200);
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
        String lot = list("Silver spoon", "");
        window.page().route("**/api/v1/costs?**", Route::abort);
        window.signIn(ann, "BIDDER").open("/#/lots/" + lot);

        window.type("60");
        assertThat(window.see("costs")).hasAttribute("data-state", "failed");
        window.see("confirm-bid").click();

        assertThat(window.see("leading")).isVisible();
    }

    @Test
    void everybodyCanUseThePagesInTheLightAndInTheDarkAndOnAPhone() {
        String lot = list("Tea bowl", ",\"buyNow\":9000");
        String open = list("Oak chair", "");
        String token = GAVEL.api().token(ann, "BIDDER");
        GAVEL.api().post("/api/v1/lots/" + lot + "/buy-now", token, id());
        GAVEL.api().post("/api/v1/lots/" + open + "/bids", token, id(",\"amount\":6000"));
        window.signIn(ann, "BIDDER").open("/#/lots/" + open);
        window.see("watch").click();

        for (String scheme : new String[] {"light", "dark"}) {
            window.see("theme").selectOption(scheme);
            usable("bids", "own-bid", scheme);
            usable("watchlist", "lot-link", scheme);
            usable("sales", "purchase", scheme);
            usable("sales/" + lot, "bill", scheme);
        }
        window.page().setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        for (String page : new String[] {"bids", "watchlist", "sales", "sales/" + lot}) {
            window.page().navigate("/#/my/" + page);
            assertThat(window.see("language")).isVisible();
            assertThat((Integer) window.run("() => document.documentElement.scrollWidth", null))
                    .as("%s on a phone", page)
                    .isLessThanOrEqualTo(PHONE_WIDTH);
        }
    }

    private void usable(String page, String shows, String scheme) {
        window.page().navigate("/#/my/" + page);
        assertThat(window.see(shows).first()).isVisible();
        assertThat(Accessibility.of(window.page())).as("%s, %s", page, scheme).isEmpty();
    }

    private String saved(String testId) throws IOException {
        Locator button = window.see(testId).first();
        Download file = window.page().waitForDownload(button::click);
        return new String(Files.readAllBytes(file.path()), UTF_8);
    }

    private static String list(String title, String more) {
        String body =
                """
                {"title":"%s","currency":"EUR","startingPrice":5000,"increments":[[0,500]],"closesAt":"%s"%s}\
                """
                        .formatted(title, Instant.now().plus(Duration.ofDays(1)), more);
        Api.Answer answer =
                GAVEL.api().post("/api/v1/lots", GAVEL.api().token("greta", "SELLER"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private static void hammer(String lot) {
        String token = GAVEL.api().token("olga", "OPERATOR");
        Api.Answer answer =
                GAVEL.api()
                        .post(
                                "/api/v1/lots/" + lot + "/hammer",
                                token,
                                "{\"reason\":\"the day is over\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String id() {
        return id("");
    }

    private static String id(String more) {
        return "{\"id\":\"" + UUID.randomUUID() + "\"" + more + "}";
    }
}
