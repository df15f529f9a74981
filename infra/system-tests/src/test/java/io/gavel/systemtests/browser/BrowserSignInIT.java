package io.gavel.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.localstack.ServiceProcess;
import io.gavel.systemtests.RunningGavel;
import io.gavel.testkit.TestIssuer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Signing in: at an issuer, over real redirects and with a proof key, and as somebody of the demo.
 */
@Timeout(120)
class BrowserSignInIT {

    private static final String SIGN_IN_AGAIN = "sign-in-again";
    private static final String PROBLEM = "sign-in-problem";

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();
    @RegisterExtension static final Windows WINDOWS = Windows.on(GAVEL);

    private static final House HOUSE = new House(GAVEL);
    @AutoClose private static TestIssuer issuer;
    @AutoClose private static ServiceProcess gateway;
    private static String lot;

    private Window alice;

    @BeforeAll
    @Timeout(300)
    static void startAnIssuerAndAGatewayThatBelievesIt() {
        issuer = TestIssuer.start();
        gateway = GAVEL.stack().gatewayFor(issuer.uri(), "gavel-page");
        lot = "/#/lots/" + HOUSE.lists("A clock", 5_000);
    }

    @BeforeEach
    void aliceIsExpected() {
        issuer.signIn().expect("alice", "BIDDER");
        issuer.signIn().saysState(null);
        issuer.signIn().refreshes(true);
        issuer.signIn().tokensLast(Duration.ofHours(1));
        alice = WINDOWS.openAt(gateway.uri());
    }

    @Test
    void whoSignsInAtTheIssuerIsBackWhereHeWasAndMayBid() {
        int goodbyes = issuer.signIn().goodbyes();
        alice.open(lot);
        alice.see("go-sign-in").click();

        assertThat(alice.see("account")).hasText("alice");
        assertThat(alice.page()).hasURL(gateway.uri() + lot);
        alice.bid("60");
        assertThat(alice.see("leading")).containsText("Your maximum is €60.00");
        assertThat(alice.page().context().cookies()).isEmpty();

        alice.see("sign-out").click();
        assertThat(alice.see("go-sign-in")).isVisible();
        await("the issuer to know it").until(() -> issuer.signIn().goodbyes() == goodbyes + 1);
        assertThat(alice.page()).hasURL(URI.create(gateway.uri() + "/").toString());
        assertThat(alice.run("() => sessionStorage.getItem('gavel.grant')", null)).isNull();
    }

    @Test
    void tokensAreRenewedUnnoticedEvenByAPageThatWasReloadedAndTheEndIsToldWithAWayBack() {
        issuer.signIn().tokensLast(Duration.ofSeconds(10));
        int renewals = issuer.signIn().renewals();
        signInFrom(lot);
        Object grant = grant();
        alice.see("bid-amount").fill("777");
        await("a renewal")
                .atMost(Windows.PATIENCE)
                .until(() -> issuer.signIn().renewals() > renewals && !grant().equals(grant));
        assertThat(alice.see("bid-amount")).hasValue("777");

        int before = issuer.signIn().renewals();
        alice.page().reload();
        await("a renewal")
                .atMost(Windows.PATIENCE)
                .until(() -> issuer.signIn().renewals() > before);
        assertThat(alice.see("account")).hasText("alice");

        issuer.signIn().refreshes(false);
        assertThat(alice.see("session-lost")).containsText("You have been signed out");
        issuer.signIn().tokensLast(Duration.ofHours(1));
        alice.see("session-lost").locator("a").click();
        assertThat(alice.see("account")).hasText("alice");
        assertThat(alice.page()).hasURL(gateway.uri() + lot);
        assertThat(alice.see("session-lost")).not().isAttached();
    }

    /** What the page keeps of what the issuer gave; a refresh token is good once. */
    private Object grant() {
        return alice.run("() => sessionStorage.getItem('gavel.grant')", null);
    }

    @Test
    void whoIsNotLetInIsToldAndMayTryAgain() {
        issuer.signIn().deny();
        alice.open(lot);
        alice.see("go-sign-in").click();
        assertThat(alice.see(PROBLEM)).hasText("Signing in was given up, or you were not let in.");
        assertThat(alice.page()).hasURL(gateway.uri() + "/#/sign-in");
        assertThat(Accessibility.of(alice.page())).isEmpty();

        issuer.signIn().expect("alice", "BIDDER");
        alice.see(SIGN_IN_AGAIN).click();
        assertThat(alice.see("account")).hasText("alice");
        assertThat(alice.page()).hasURL(gateway.uri() + lot);
    }

    @Test
    void anAnswerThatNobodyHereAskedForIsNotUsed() {
        issuer.signIn().saysState("forged");
        alice.open(lot);
        alice.see("go-sign-in").click();
        assertThat(alice.see(PROBLEM)).containsText("This answer was not asked for in this window");
        alice.page().navigate(gateway.uri() + "/?code=stolen&state=guessed");
        assertThat(alice.see(PROBLEM)).containsText("This answer was not asked for in this window");
        assertThat(alice.see("go-sign-in")).isVisible();
        assertThat(alice.run("() => Object.keys(sessionStorage).join()", null)).isEqualTo("");
    }

    @Test
    void anIssuerThatIsAwayIsNamedAndAskedAgain() {
        alice.open(lot);
        issuer.stop();
        try {
            alice.see("go-sign-in").click();
            assertThat(alice.see(PROBLEM))
                    .containsText(URI.create(issuer.uri()).getAuthority() + " does not answer.");
            assertThat(alice.see("connection")).hasText("Live");
        } finally {
            issuer.startAgain();
        }
        alice.see(SIGN_IN_AGAIN).click();
        assertThat(alice.see("account")).hasText("alice");
    }

    @Test
    void aDeviceWhoseClockIsWrongSignsInAllTheSameAndAnIssuersWrongClockIsTold() {
        issuer.signIn().tokensLast(Duration.ofMinutes(-2));
        alice.withItsClockOffBy(Duration.ofMinutes(5)).open(lot);
        alice.see("go-sign-in").click();
        assertThat(alice.see(PROBLEM)).containsText("a clock is wrong");

        issuer.signIn().tokensLast(Duration.ofMinutes(2));
        alice.see(SIGN_IN_AGAIN).click();
        assertThat(alice.see("account")).hasText("alice");
    }

    @Test
    void inTheDemoOneChoosesWhoToBe() {
        Window anybody = WINDOWS.open();
        anybody.page().navigate("/#/sign-in");
        assertThat(anybody.see("person-alice")).isVisible();
        Accessibility.assertUsable(anybody.page(), "signing in");
        anybody.see("role-bidder").uncheck();
        anybody.see("sign-in").click();
        assertThat(anybody.see("sign-in-name-error")).hasText("Please enter a name.");
        assertThat(anybody.see("sign-in-roles-error")).hasText("Please choose at least one.");

        anybody.see("person-carol").click();
        assertThat(anybody.see("account")).hasText("carol");
    }

    private void signInFrom(String place) {
        alice.open(place);
        alice.see("go-sign-in").click();
        assertThat(alice.see("account")).hasText("alice");
    }
}
