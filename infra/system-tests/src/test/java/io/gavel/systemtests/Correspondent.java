package io.gavel.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A bidder over HTTP who asks again, elsewhere and under the same id, until his bid is decided. */
final class Correspondent implements Runnable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration KNOCK_AGAIN = Duration.ofMillis(100);
    private static final Duration BETWEEN_BIDS = Duration.ofMillis(600);

    private final HttpClient http;
    private final List<URI> gateways;
    private final String lot;
    private final String token;
    private final Ledger ledger;
    private final CountDownLatch lastOrders;

    private int at;

    /**
     * @param first which gateway he goes to first
     * @param lastOrders open as long as there is bidding
     */
    Correspondent(
            HttpClient http,
            List<URI> gateways,
            int first,
            String lot,
            String token,
            Ledger ledger,
            CountDownLatch lastOrders) {
        this.http = http;
        this.gateways = gateways;
        this.at = first;
        this.lot = lot;
        this.token = token;
        this.ledger = ledger;
        this.lastOrders = lastOrders;
    }

    @Override
    public void run() {
        try {
            do {
                Ledger.Bid bid = ledger.next();
                while (!isDecided(bid)) {
                    at = (at + 1) % gateways.size();
                    lastOrders.await(KNOCK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                }
            } while (!lastOrders.await(BETWEEN_BIDS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDecided(Ledger.Bid bid) throws InterruptedException {
        String body =
                "{\"id\":\"%s\",\"amount\":%d,\"confirmLarge\":true}"
                        .formatted(bid.id(), bid.amount());
        HttpRequest request =
                HttpRequest.newBuilder(gateways.get(at).resolve("/api/v1/lots/" + lot + "/bids"))
                        .timeout(ANSWER_LIMIT)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        ledger.sending(bid);
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            boolean decided = answer.statusCode() == 200 || answer.statusCode() == 409;
            if (decided) {
                ledger.told(answer.body());
            }
            return decided;
        } catch (IOException e) {
            return false;
        }
    }
}
