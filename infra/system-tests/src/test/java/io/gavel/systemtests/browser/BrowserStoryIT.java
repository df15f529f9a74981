package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.gavel.systemtests.RunningGavel;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story on the page, each person in a window of his own. */
@Timeout(180)
class BrowserStoryIT {
    private static final Duration HAMMER_WITHIN = Duration.ofSeconds(60);

    private static final Pattern TIME_LEFT = Pattern.compile("\\d+:\\d\\d|\\d\\.\\d s");

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private Window greta;
    private Window alice;
    private Window bob;

    @BeforeEach
    void gretaSignsIn() {
        greta = WINDOWS.open().signIn("greta", "SELLER");
    }

    @Test
    void aLotIsListedBidOnAndKnockedDownInFrontOfEverybody() {
        biddersSignIn();
        String lot = greta.list("Blue teapot", "100", 25);
        assertThat(greta.see("bid-hint")).containsText("This is your lot");
        alice.findInList("Blue teapot");
        bob.open(lot);

        alice.bid("100");
        assertThat(alice.see("leading")).containsText("You are leading");
        assertThat(bob.see("price")).hasText("€100.00");

        bob.type("104.99");
        assertThat(bob.see("bid-amount-error"))
                .hasText("Too low: the next bid is €105.00 or more.");
        bob.bid("120");
        assertThat(bob.see("leading")).containsText("Your maximum is €120.00");
        assertThat(alice.see("outbid")).hasText("You have been outbid.");
        assertThat(alice.see("price")).hasText("€105.00");

        alice.bidTheNextMinimum();
        assertThat(alice.see("decision")).containsText("equal or higher maximum");
        for (Window window : List.of(greta, alice, bob)) {
            assertThat(window.see("price")).hasText("€115.00");
        }

        assertThat(greta.see("countdown")).hasText(TIME_LEFT);
        String before = greta.see("countdown").textContent();
        assertThat(greta.see("countdown")).not().hasText(before);

        String hammer = hammerSeenBy(bob);
        assertThat(hammer).matches("Sold to paddle \\d+ for €115\\.00");
        assertThat(hammerSeenBy(alice)).isEqualTo(hammer);
        assertThat(hammerSeenBy(greta)).isEqualTo(hammer);
        assertThat(bob.see("won")).hasText("You won.");
        assertThat(alice.see("won")).not().isVisible();
        assertThat(greta.see("sale")).containsText("paid");
        for (Window window : List.of(greta, alice, bob)) {
            assertThat(window.between("closed", "sale")).isGreaterThanOrEqualTo(Duration.ZERO);
        }
        assertThat(alice.versions()).isEqualTo(bob.versions()).isEqualTo(greta.versions());
    }

    @Test
    void aWindowThatWasOfflineCatchesUpWithoutAHole() {
        biddersSignIn();
        String lot = greta.list("Travel clock", "20", 600);
        alice.open(lot);
        bob.open(lot);
        alice.bid("20");
        assertThat(bob.see("price")).hasText("€20.00");
        assertThat(bob.see("leader")).containsText("Leading: paddle");

        bob.loseTheNetwork();
        assertThat(bob.see("connection")).hasText("Offline");
        assertThat(bob.see("stale")).containsText("Nothing you type is sent later by itself");
        assertThat(bob.see("place-bid")).isDisabled();
        alice.bid("30");
        assertThat(alice.see("leading")).containsText("Your maximum is €30.00");
        bob.haveTheNetworkBack();

        assertThat(bob.see("connection")).hasText("Live");
        bob.bid("25");
        assertThat(bob.see("decision")).containsText("equal or higher maximum");
        assertThat(bob.see("price")).hasText("€30.00");
        int newest = bob.versions().size();
        assertThat(bob.versions())
                .isEqualTo(
                        IntStream.iterate(newest, version -> version > 0, version -> version - 1)
                                .mapToObj(String::valueOf)
                                .toList());
    }

    @Test
    void aListingThatIsNotValidSaysSoAtItsFields() {
        greta.begin().see("list-startingPrice").fill("1.5.0");
        greta.see("list-lot").click();

        assertThat(greta.see("list-title-error")).hasText("Please give the lot a title.");
        assertThat(greta.see("list-startingPrice-error"))
                .containsText("does not read as an amount");
        assertThat(greta.see("lot-title")).not().isVisible();
    }

    private void biddersSignIn() {
        alice = WINDOWS.open().signIn("alice", "BIDDER");
        bob = WINDOWS.open().signIn("bob", "BIDDER");
    }

    private static String hammerSeenBy(Window window) {
        assertThat(window.see("hammer"))
                .isVisible(
                        new LocatorAssertions.IsVisibleOptions()
                                .setTimeout(HAMMER_WITHIN.toMillis()));
        return window.see("hammer").textContent();
    }
}
