package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import io.gavel.systemtests.RunningGavel;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of lots when there are many. */
@Timeout(180)
class BrowserListIT {

    private static final int MANY_LOTS = 200;

    private static final String LOT_IN_THE_MIDDLE =
            """
            () => {
              const lists = (root) => [...root.querySelectorAll('*')].flatMap((each) =>
                each.dataset?.lot ? [each] : each.shadowRoot ? lists(each.shadowRoot) : []);
              const middle = lists(document).find((each) => each.getBoundingClientRect().top > 100);
              return middle.dataset.lot;
            }\
            """;

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);

    /** That only the lots of this test have. */
    private final String word = "q" + UUID.randomUUID().toString().substring(0, 8);

    private Window alice;

    @BeforeEach
    void aliceComes() {
        alice = WINDOWS.open();
    }

    @Test
    void twoHundredLiveLotsAreOneConnectionAndAreThereAgainOnTheWayBack() {
        HOUSE.listsMany(MANY_LOTS, i -> "No. " + i + " " + word, 5_000);
        alice.page().navigate("/#/?q=" + word + "&sort=newest");
        scrollToTheLastLot();
        assertThat(alice.see("found")).hasText("200 lots");
        alice.run("() => window.scrollBy(0, -500)", null);
        Object scrolled = scrolled();
        String seen = alice.run(LOT_IN_THE_MIDDLE, null).toString();
        Locator card = alice.page().locator("[data-lot='" + seen + "']");
        HOUSE.bids("bob", seen, 7_000);
        assertThat(card).containsText("1 bid");

        card.evaluate("link => link.click()");
        assertThat(alice.see("lot-title")).containsText(word);
        assertThat(scrolled()).isEqualTo(0);
        alice.see("back").click();
        assertThat(alice.see("found")).hasText("200 lots");
        assertThat(scrolled()).isEqualTo(scrolled);
        HOUSE.bids("carol", seen, 9_000);
        assertThat(card).containsText("€75.00");

        alice.page().goForward();
        assertThat(alice.see("lot-title")).containsText(word);
        alice.page().goBack();
        assertThat(alice.see("found")).hasText("200 lots");
        assertThat(scrolled()).isEqualTo(scrolled);
        assertThat(alice.sockets()).hasSize(1);
    }

    private void scrollToTheLastLot() {
        assertThat(alice.see("lot-link").first()).isVisible();
        await("all lots to be in the list")
                .atMost(Windows.PATIENCE)
                .until(() -> {
                    alice.run("() => window.scrollTo(0, document.body.scrollHeight)", null);
                    return alice.see("lot-link").count() == MANY_LOTS;
                });
    }

    private Object scrolled() {
        return alice.run("() => window.scrollY", null);
    }
}
