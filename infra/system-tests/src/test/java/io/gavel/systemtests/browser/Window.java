package io.gavel.systemtests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One window on the page, and what a person does in it. */
final class Window implements AutoCloseable {
    /** Notes, by the page's own clock, when its WebSocket first had an event or frame of a type. */
    private static final String NOTING_ARRIVALS =
            """
            window.arrivals = {};
            window.WebSocket = class extends window.WebSocket {
                constructor(...given) {
                    super(...given);
                    this.addEventListener('message', told => {
                        for (const [, type] of String(told.data).matchAll(/"type":"([a-z-]+)"/g)) {
                            window.arrivals[type] ??= performance.now();
                        }
                    });
                }
            };
            """;

    private final BrowserContext context;
    private final Page page;
    private final List<String> scriptErrors = new CopyOnWriteArrayList<>();
    private final List<String> sockets = new CopyOnWriteArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.onPageError(scriptErrors::add);
        page.onWebSocket(socket -> sockets.add(socket.url()));
        page.addInitScript(NOTING_ARRIVALS);
    }

    /**
     * A device whose clock is wrong by that much, ahead or (negative) behind; for what is opened
     * from now on.
     */
    Window withItsClockOffBy(Duration off) {
        page.addInitScript(
                """
                {
                  const off = %d;
                  globalThis.Date = class extends Date {
                    constructor(...given) {
                      super(...(given.length > 0 ? given : [Date.now()]));
                    }
                    static now() {
                      return super.now() + off;
                    }
                  };
                }
                """
                        .formatted(off.toMillis()));
        return this;
    }

    /** The element with this {@code data-testid}. */
    Locator see(String testId) {
        return page.getByTestId(testId);
    }

    Window signIn(String name, String role) {
        page.navigate("/#/sign-in");
        see("sign-in-name").fill(name);
        see("role-bidder").setChecked("BIDDER".equals(role));
        see("role-seller").setChecked("SELLER".equals(role));
        see("sign-in").click();
        see("account").waitFor();
        return this;
    }

    /** Goes to the form for a new lot. */
    Window begin() {
        see("sell").click();
        see("list-a-lot").click();
        see("list-title").waitFor();
        return this;
    }

    /**
     * Lists a lot in EUR through the form, with steps of 5.00; a bid in the last 12 s makes it last
     * 12 s more.
     *
     * @return where everybody sees it
     */
    String list(String title, String startingPrice, int closesInSeconds) {
        begin();
        see("list-title").fill(title);
        see("list-description").fill("With <b>two</b> cups.");
        see("list-startingPrice").fill(startingPrice);
        see("list-increments").selectOption("fixed");
        see("list-step").fill("5");
        see("list-closes-in").check();
        span("list-closesIn", closesInSeconds);
        span("list-window", 12);
        span("list-extension", 12);
        see("list-lot").click();
        see("lot-title").waitFor();
        return page.url().replace("/#/sell/lots/", "/#/lots/");
    }

    private void span(String field, int seconds) {
        see(field + "-unit").selectOption("s");
        see(field).fill(String.valueOf(seconds));
    }

    /** Opens the lot from the list of open lots. */
    void findInList(String title) {
        page.navigate("/#/");
        page.reload();
        see("lot-link").filter(new Locator.FilterOptions().setHasText(title)).click();
        see("lot-title").waitFor();
    }

    void open(String lotUrl) {
        page.navigate(lotUrl);
        see("lot-title").waitFor();
    }

    void bid(String maximum) {
        type(maximum);
        see("confirm-bid").click();
    }

    /** Asks to bid, without confirming it. */
    void type(String maximum) {
        see("bid-amount").fill(maximum);
        see("place-bid").click();
    }

    void bidTheNextMinimum() {
        see("quick-bid").first().click();
        see("confirm-bid").click();
    }

    /** What the history says, newest first. */
    List<String> history() {
        return see("history").locator("li span").allTextContents();
    }

    /** Runs a script in the page, gives it something, and waits for what it promises. */
    Object run(String script, Object given) {
        return page.evaluate(script, given);
    }

    /** The time between the first arrivals of these in the page; both have arrived. */
    Duration between(String first, String second) {
        Object millis =
                page.evaluate("([a, b]) => arrivals[b] - arrivals[a]", List.of(first, second));
        return Duration.ofNanos((long) (((Number) millis).doubleValue() * 1e6));
    }

    void loseTheNetwork() {
        context.setOffline(true);
    }

    void haveTheNetworkBack() {
        context.setOffline(false);
    }

    /** The versions in the history, newest first. */
    List<String> versions() {
        return see("history").locator("li").all().stream()
                .map(row -> row.getAttribute("data-version"))
                .toList();
    }

    /** The addresses of all WebSockets that the page has opened. */
    List<String> sockets() {
        return List.copyOf(sockets);
    }

    Page page() {
        return page;
    }

    /** What went wrong in the page's scripts. */
    List<String> scriptErrors() {
        return List.copyOf(scriptErrors);
    }

    @Override
    public void close() {
        context.close();
    }
}
