package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.gavel.systemtests.RunningGavel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Selling, from the first word typed to the statement. */
@Timeout(180)
class BrowserSellerIT {

    private static final String TABLE =
            """
            title,currency,startingPrice,closesAt,buyNow,description
            Clock,EUR,10,%1$s,,"Runs, and strikes
            the hours"
            Vase,EUR,%2$s,%1$s,,
            Lamp,EUR,10,%1$s,%3$s,
            """;

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);

    /** Somebody whom no other test knows. */
    private final String tess = "tess-" + UUID.randomUUID().toString().substring(0, 8);

    private Window window;

    @BeforeEach
    void tessComes() {
        window = WINDOWS.open().signIn(tess, "SELLER");
    }

    @Test
    void aDraftSurvivesAReloadIsPreviewedAndListedAndItsPriceMovesOnTheBoard() {
        window.see("sell").click();
        assertThat(window.see("nothing-on-board")).isVisible();
        window.begin().see("preset-quick").click();
        window.see("list-title").fill("Brass lamp");
        window.see("list-startingPrice").fill("20");
        window.see("list-reserve").fill("80");
        assertThat(window.see("meaning").filter(having("Late bids"))).containsText("15 minutes");
        assertThat(window.see("kept")).isVisible();

        window.page().reload();

        assertThat(window.see("list-title")).hasValue("Brass lamp");
        assertThat(window.see("list-reserve")).hasValue("80");
        int sockets = window.sockets().size();
        window.see("list-preview").click();
        assertThat(window.see("preview-title")).hasText("Brass lamp");
        assertThat(window.see("preview")).containsText("€20.00");
        assertThat(window.see("preview")).not().containsText("80");
        assertUsable("preview");
        window.see("close-preview").click();
        assertUsable("form");
        window.see("list-lot").click();
        assertThat(window.see("reserve-now")).hasText("The reserve is not met yet.");
        assertThat(window.see("lot-title")).hasText("Brass lamp");
        assertUsable("own lot");
        String lot = window.page().url().replaceFirst(".*/", "");

        window.see("my-lots").click();
        assertThat(window.see("count-open")).hasText("1");
        assertThat(window.see("count-drafts")).hasText("0");
        assertThat(window.see("cancel-lot")).isVisible();
        HOUSE.bids("alice", lot, 9_000);
        assertThat(window.see("board-price")).hasText("€80.00");
        assertThat(window.see("cancel-lot")).not().isVisible();
        assertThat(window.sockets()).as("one connection for all of it").hasSize(sockets);
        assertUsable("board");
    }

    @Test
    void aTableWithWrongRowsListsNothingAndPutRightItListsAllOfThem() {
        String end = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS) + "";
        window.see("sell").click();
        window.see("import").click();
        check(TABLE.formatted(end, "ten", ""));
        assertThat(window.see("import-problem")).hasCount(1);
        assertThat(window.see("import-problem")).hasAttribute("data-row", "3");
        assertThat(window.see("import-problem")).hasAttribute("data-column", "startingPrice");
        check(TABLE.formatted(end, "10", "11"));
        assertThat(window.see("import-problem")).hasAttribute("data-row", "4");
        assertThat(window.see("import-problem")).containsText("at least 30 % above");
        assertUsable("wrong table");
        window.see("my-lots").click();
        assertThat(window.see("count-open")).hasText("0");

        for (int again = 0; again < 2; again++) {
            window.see("import").click();
            check(TABLE.formatted(end, "10", "20"));
            window.see("import-list").click();
            assertThat(window.see("import-state")).containsText("Done: 3 lots are listed.");
            assertThat(window.see("imported-lot")).hasCount(3);
            assertUsable("imported");
            window.see("my-lots").click();
            assertThat(window.see("count-open")).hasText("3");
        }

        window.see("board-lot").filter(having("Vase")).getByTestId("cancel-lot").click();
        window.see("confirm-cancel").click();
        assertThat(window.see("cancel-reason-error")).hasText("Please give a reason.");
        window.see("cancel-reason").fill("It broke.");
        window.see("confirm-cancel").click();
        assertThat(window.see("count-open")).hasText("2");
        window.see("board-closed").click();
        assertThat(window.see("board-lot")).hasCount(1);
        assertThat(window.see("board-lot")).containsText("Cancelled: not sold (It broke.)");
    }

    @Test
    void whatWasSoldIsOnAStatementAndWhatWasNotComesUpAgain() throws IOException {
        String sold = list("Sold lamp", "");
        String left = list("Left lamp", ",\"reserve\":90000");
        HOUSE.bids("alice", sold, 9_000);
        for (String lot : new String[] {sold, left}) {
            HOUSE.operates(lot, "hammer", "fair warning");
        }
        window.page().navigate("/#/sell/lots/" + sold);
        assertThat(window.see("own-sale")).hasAttribute("data-state", "paid");
        window.see("statements").click();
        assertThat(window.see("statements-sum")).containsText("€10.00€1.00€9.00");
        assertUsable("statements");
        Download statement =
                window.page().waitForDownload(() -> window.see("statement-pdf").click());
        assertThat(Files.readString(statement.path(), ISO_8859_1)).startsWith("%PDF-");

        window.see("my-lots").click();
        assertThat(window.see("count-paid")).hasText("1");
        window.see("board-unsold").click();
        window.see("relist").click();
        assertThat(window.see("list-title")).hasValue("Left lamp");
        window.see("list-lot").click();
        assertThat(window.see("lot-title")).hasText("Left lamp");
        assertThat(window.see("reserve-now")).containsText("no reserve");
        window.page().navigate("/#/sell/lots/" + left);
        assertThat(window.see("relist")).not().isVisible();
    }

    /** axe-core finds nothing serious in the light and in the dark, and it fits on a phone. */
    private void assertUsable(String page) {
        Accessibility.assertUsable(window.page(), page);
        Phone.assertFits(window.page(), page);
    }

    private void check(String table) {
        window.see("import-text").fill(table);
        window.see("import-check").click();
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private String list(String title, String more) {
        return HOUSE.lists(
                tess,
                Duration.ofDays(1),
                "\"title\":\"%s\",\"currency\":\"EUR\",\"startingPrice\":1000%s"
                        .formatted(title, more));
    }
}
