package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.localstack.ServiceProcess;
import io.gavel.testkit.HashChain;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Some dozens who bid on and watch one lot, over both gateways, until they are told to end. */
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BIDDERS = 18;
    private static final int CORRESPONDENTS = 6;
    private static final int WATCHERS = 8;

    private final RunningGavel gavel;
    private final String lot;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Ledger ledger = new Ledger();
    private final CountDownLatch lastOrders = new CountDownLatch(1);
    private final CountDownLatch going = new CountDownLatch(1);
    private final List<Regular> regulars = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Crowd(RunningGavel gavel) {
        this.gavel = gavel;
        lot =
                gavel.list(
                        gavel.api().token("sam", "SELLER"),
                        """
                        {"title":"A clock","description":"Ticks.","format":"english","currency":"EUR",\
                        "startingPrice":100,"increments":[[0,100]],"closesAt":"%s"}\
                        """
                                .formatted(Instant.now().plusSeconds(3_600)));
        List<URI> gateways = gavel.stack().gateways().stream().map(ServiceProcess::uri).toList();
        for (int i = 0; i < BIDDERS + WATCHERS; i++) {
            String token = i < BIDDERS ? token("regular" + i) : null;
            Regular one = new Regular(http, gateways, i % 2, lot, token, ledger, lastOrders, going);
            regulars.add(one);
            threads.add(Thread.ofVirtual().start(one));
        }
        for (int i = 0; i < CORRESPONDENTS; i++) {
            Correspondent one =
                    new Correspondent(
                            http, gateways, i % 2, lot, token("writer" + i), ledger, lastOrders);
            threads.add(Thread.ofVirtual().start(one));
        }
    }

    private String token(String account) {
        return gavel.api().token(account, "BIDDER");
    }

    /** Waits until that many more bids were sent. */
    void awaitBids(int more) {
        int now = ledger.bids();
        await(more + " more bids").atMost(PATIENCE).until(() -> ledger.bids() >= now + more);
    }

    /** Waits until that many lines of those who watch have ended, since the beginning. */
    void awaitLinesEnded(int number) {
        await(number + " ended lines").atMost(PATIENCE).until(() -> closed().size() >= number);
    }

    /** How the lines ended so far; 1006 is one that broke. */
    List<Integer> closed() {
        return regulars.stream().flatMap(each -> each.closed().stream()).toList();
    }

    int regulars() {
        return regulars.size();
    }

    Ledger ledger() {
        return ledger;
    }

    /** No new bids; fails unless all of them are decided once, and everybody saw the whole log. */
    void assertNothingLost() throws SQLException {
        lastOrders.countDown();
        await("all decisions").atMost(PATIENCE).until(() -> ledger.open() == 0);
        List<byte[]> log = gavel.api().log(lot);
        await("the log's end, everywhere")
                .atMost(PATIENCE)
                .until(() ->
                        regulars.stream().allMatch(each -> each.seen().version() == log.size()));

        HashChain.assertUnbroken(log);
        for (Regular each : regulars) {
            assertThat(each.seen().wrong()).as("what one saw of the log").isEmpty();
            assertThat(each.refused()).isEmpty();
        }
        ledger.assertEachBidDecidedOnce(new Insides(gavel).decisions(lot));
    }

    @Override
    public void close() {
        lastOrders.countDown();
        going.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        http.shutdownNow();
    }
}
