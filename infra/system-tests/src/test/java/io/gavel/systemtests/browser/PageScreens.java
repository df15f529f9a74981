package io.gavel.systemtests.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import io.gavel.systemtests.RunningGavel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * Takes the pictures in docs/screens from a house with the demo in it: each page light, dark and on
 * a phone. No part of the test runs; {@code -Dit.test=PageScreens} leaves them in {@code
 * target/screens}.
 */
@Timeout(300)
class PageScreens {

    private static final Path FOLDER = Path.of("target", "screens");
    private static final Duration FULL_WITHIN = Duration.ofSeconds(150);
    private static final int MANY = 24;

    /** Whether all pictures that can be seen are loaded. */
    private static final String IN_SIGHT =
            "all => all.every(it => it.complete || it.getBoundingClientRect().top > innerHeight)";

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.withDemo();

    @AutoClose private static Chromium chromium;

    @BeforeAll
    static void fillTheHouse() {
        chromium = Chromium.start();
        await("a full house").atMost(FULL_WITHIN).until(() -> open().count() >= MANY);
        await("bids").atMost(FULL_WITHIN).until(() -> bids(busiest()) >= 5);
    }

    @Test
    void ofABidder() {
        try (Window window = chromium.window(GAVEL.stack().gatewayUri())) {
            shoot(window, "sign-in", "/#/sign-in", "person-alice");
            window.see("person-alice").click();
            window.see("account").waitFor();
            String lot = busiest().get("id").stringValue();
            shoot(window, "landing", "/#/", "card-price");
            window.page().navigate("/#/lots/" + lot);
            window.see("quick-bid").nth(1).click();
            window.see("total").waitFor();
            shoot(window, "confirm");
            window.see("confirm-bid").click();
            window.see("in-the-log").waitFor();
            shoot(window, "lot");
            shoot(window, "my-bids", "/#/my/bids", "own-bid");
        }
    }

    @Test
    void ofASeller() {
        try (Window window = chromium.window(GAVEL.stack().gatewayUri())) {
            window.page().navigate("/#/sign-in");
            window.see("person-carol").click();
            window.see("account").waitFor();
            shoot(window, "sell", "/#/sell", "list-a-lot");
            window.begin();
            window.see("list-title").fill("A walnut bracket clock, London, about 1790");
            window.see("list-startingPrice").fill("1200");
            shoot(window, "sell-form");
        }
    }

    @Test
    void ofAnOperator() {
        try (Window window = chromium.window(GAVEL.stack().gatewayUri())) {
            window.page().navigate("/#/sign-in");
            window.see("person-oscar").click();
            window.see("account").waitFor();
            shoot(window, "operator-live", "/#/operate", "live-row");
            String lot = busiest().get("id").stringValue();
            shoot(window, "operator-console", "/#/operate/lots/" + lot, "console-price");
            shoot(window, "operator-health", "/#/operate/health", "overall");
        }
    }

    private static void shoot(Window window, String name, String address, String onceThere) {
        window.page().navigate(address);
        window.see(onceThere).first().waitFor();
        shoot(window, name);
    }

    private static void shoot(Window window, String name) {
        shoot(window, name, ColorScheme.LIGHT, 1_280, 900);
        shoot(window, name + "-dark", ColorScheme.DARK, 1_280, 900);
        shoot(window, name + "-phone", ColorScheme.LIGHT, 390, 844);
        window.page().setViewportSize(1_280, 900);
    }

    private static void shoot(
            Window window, String name, ColorScheme scheme, int width, int height) {
        Page page = window.page();
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(width, height);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        await("the pictures in sight")
                .until(() -> page.locator("img").evaluateAll(IN_SIGHT).equals(true));
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    private static JsonNode busiest() {
        return open().filter(lot -> lot.get("format").stringValue().equals("english"))
                .max(Comparator.comparingLong(PageScreens::bids))
                .orElseThrow();
    }

    private static long bids(JsonNode lot) {
        return lot.get("bids").longValue();
    }

    private static Stream<JsonNode> open() {
        return GAVEL
                .api()
                .get("/api/v1/lots?status=open&limit=100", null)
                .json()
                .get("items")
                .values()
                .stream();
    }
}
