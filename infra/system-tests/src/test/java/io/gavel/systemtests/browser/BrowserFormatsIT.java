package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.gavel.systemtests.Api;
import io.gavel.systemtests.RunningGavel;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lots of the other formats, and what the auctioneer does, as the page shows them. */
@Timeout(180)
class BrowserFormatsIT {

    private static final Duration SEEN_WITHIN = Duration.ofSeconds(15);

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    @AutoClose private static Chromium chromium;
    private static String seller;
    private static String operator;

    @AutoClose private Window alice;

    @BeforeAll
    @Timeout(300)
    static void startChromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SEEN_WITHIN.toMillis());
        chromium = Chromium.start();
        seller = GAVEL.api().token("greta", "SELLER");
        operator = GAVEL.api().token("olga", "OPERATOR");
    }

    @BeforeEach
    void aliceSignsIn() {
        alice = chromium.window(GAVEL.stack().gatewayUri()).signIn("alice", "BIDDER");
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(alice.scriptErrors()).isEmpty();
    }

    @Test
    void aSealedBidIsHersAloneUntilTheClose() {
        String lot = list("\"format\":\"sealed-first-price\"");
        alice.open("/#/lots/" + lot);
        assertThat(alice.see("rules")).containsText("nobody sees them before the close");
        assertThat(alice.see("quick-bid").first()).not().isVisible();

        alice.bid("80");

        assertThat(alice.see("sealed")).hasText("Your sealed bid is €80.00.");
        assertThat(alice.see("price")).hasText("€50.00");
        assertThat(alice.history().getFirst()).isEqualTo("A sealed bid came in");

        act(lot, "hammer", "\"reason\":\"all bids are in\"");

        assertThat(alice.see("won")).hasText("You won.");
        assertThat(alice.history())
                .contains("Paddle 1 (you) had bid €80.00")
                .first()
                .isEqualTo("Sold to paddle 1 (you) for €80.00 (all bids are in)");
    }

    @Test
    void aFallingPriceIsAcceptedAtATap() {
        String lot = list("\"format\":\"dutch\",\"step\":100,\"tick\":\"PT1S\",\"floor\":1000");
        alice.open("/#/lots/" + lot);
        Locator price = alice.see("price");
        String before = price.textContent();
        assertThat(price).not().hasText(before);
        act(lot, "pause", "\"reason\":\"a telephone line broke\"");
        assertThat(alice.see("bid-hint")).hasText("This lot is paused.");
        act(lot, "resume", "\"reason\":\"mended\"");

        alice.see("accept-price").click();

        assertThat(alice.see("hammer"))
                .hasText(Pattern.compile("Sold to paddle 1 for €\\d+\\.00 \\(price accepted\\)"));
        assertThat(alice.see("won")).hasText("You won.");
        assertThat(alice.history()).contains("Paused (a telephone line broke)");
    }

    @Test
    void aLotIsBoughtAtOnceAndAnotherCancelled() {
        String lot = list("\"buyNow\":40000");
        alice.open("/#/lots/" + lot);
        assertThat(alice.see("buy-now")).hasText("Buy now for €400.00");

        alice.see("buy-now").click();
        assertThat(alice.see("confirm-amount")).hasText("€400.00");
        alice.see("confirm-bid").click();

        assertThat(alice.see("won")).hasText("You won.");
        assertThat(alice.see("price")).hasText("€400.00");

        String other = list("\"buyNow\":40000");
        alice.open("/#/lots/" + other);
        alice.bid("50");
        assertThat(alice.see("leading")).isVisible();
        assertThat(alice.see("buy-now")).not().isVisible();
        act(other, "cancel", "\"reason\":\"a forgery\"");
        assertThat(alice.see("hammer")).hasText("Cancelled: not sold (a forgery)");
    }

    private static String list(String rules) {
        String body =
                """
                {"title":"A clock","currency":"EUR","startingPrice":5000,"closesAt":"%s",%s}\
                """
                        .formatted(Instant.now().plus(Duration.ofDays(1)), rules);
        Api.Answer answer = GAVEL.api().post("/api/v1/lots", seller, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private static void act(String lot, String what, String fields) {
        String body = "{\"id\":\"" + UUID.randomUUID() + "\"," + fields + "}";
        Api.Answer answer = GAVEL.api().post("/api/v1/lots/" + lot + "/" + what, operator, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
