package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.gavel.systemtests.RunningGavel;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lots of the other formats, and what the auctioneer does, as the page shows them. */
@Timeout(180)
class BrowserFormatsIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);

    private Window alice;

    @BeforeEach
    void aliceSignsIn() {
        alice = WINDOWS.open().signIn("alice", "BIDDER");
    }

    @Test
    void aSealedBidIsHersAloneUntilTheClose() {
        String lot = HOUSE.listsByItsOwnRules("\"format\":\"sealed-first-price\"");
        alice.open("/#/lots/" + lot);
        assertThat(alice.see("rules")).containsText("nobody sees them before the close");
        assertThat(alice.see("quick-bid").first()).not().isVisible();

        alice.bid("80");

        assertThat(alice.see("sealed")).hasText("Your sealed bid is €80.00.");
        assertThat(alice.see("price")).hasText("€50.00");
        assertThat(alice.history().getFirst()).isEqualTo("A sealed bid came in");

        HOUSE.operates(lot, "hammer", "all bids are in");

        assertThat(alice.see("won")).hasText("You won.");
        assertThat(alice.history())
                .contains("Paddle 1 (you) had bid €80.00")
                .first()
                .isEqualTo("Sold to paddle 1 (you) for €80.00 (all bids are in)");
    }

    @Test
    void aFallingPriceIsAcceptedAtATap() {
        String lot =
                HOUSE.listsByItsOwnRules(
                        "\"format\":\"dutch\",\"step\":100,\"tick\":\"PT1S\",\"floor\":1000");
        alice.open("/#/lots/" + lot);
        Locator price = alice.see("price");
        String before = price.textContent();
        assertThat(price).not().hasText(before);
        HOUSE.operates(lot, "pause", "a telephone line broke");
        assertThat(alice.see("bid-hint")).hasText("This lot is paused.");
        HOUSE.operates(lot, "resume", "mended");

        alice.see("accept-price").click();

        assertThat(alice.see("hammer"))
                .hasText(Pattern.compile("Sold to paddle 1 for €\\d+\\.00 \\(price accepted\\)"));
        assertThat(alice.see("won")).hasText("You won.");
        assertThat(alice.history()).contains("Paused (a telephone line broke)");
    }

    @Test
    void aLotIsBoughtAtOnceAndAnotherCancelled() {
        String lot = HOUSE.listsByItsOwnRules("\"buyNow\":40000");
        alice.open("/#/lots/" + lot);
        assertThat(alice.see("buy-now")).hasText("Buy now for €400.00");

        alice.see("buy-now").click();
        assertThat(alice.see("confirm-amount")).hasText("€400.00");
        alice.see("confirm-bid").click();

        assertThat(alice.see("won")).hasText("You won.");
        assertThat(alice.see("price")).hasText("€400.00");

        String other = HOUSE.listsByItsOwnRules("\"buyNow\":40000");
        alice.open("/#/lots/" + other);
        alice.bid("50");
        assertThat(alice.see("leading")).isVisible();
        assertThat(alice.see("buy-now")).not().isVisible();
        HOUSE.operates(other, "cancel", "a forgery");
        assertThat(alice.see("hammer")).hasText("Cancelled: not sold (a forgery)");
    }
}
