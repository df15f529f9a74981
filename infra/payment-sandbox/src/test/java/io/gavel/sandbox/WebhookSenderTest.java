package io.gavel.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.gavel.contracts.json.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {

    private static final String SECRET = "whsec_c2VjcmV0";
    private static final Charge CHARGE =
            new Charge(
                    "ch_1", "key", "lot", "alice", 100, "EUR", Charge.Status.SUCCEEDED, null, null);

    private record Received(String id, String type, String signature, String expected) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer target;
    private WebhookSender sender;

    @BeforeEach
    void listen() throws Exception {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext(
                "/",
                exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    String id = exchange.getRequestHeaders().getFirst("webhook-id");
                    long at =
                            Long.parseLong(
                                    exchange.getRequestHeaders().getFirst("webhook-timestamp"));
                    boolean refuse = refusals.getAndDecrement() > 0;
                    if (!refuse) {
                        received.add(
                                new Received(
                                        id,
                                        Json.tree(body.getBytes(UTF_8)).at("/type").asString(),
                                        exchange.getRequestHeaders().getFirst("webhook-signature"),
                                        Signature.of(SECRET, id, at, body)));
                    }
                    exchange.sendResponseHeaders(refuse ? 503 : 204, -1);
                    exchange.close();
                });
        target.start();
        sender =
                new WebhookSender(
                        URI.create("http://localhost:" + target.getAddress().getPort() + "/"),
                        SECRET);
    }

    @AfterEach
    void stop() {
        sender.close();
        target.stop(0);
    }

    @Test
    void tellsWhatWasBegunAndWhatBecameOfItAndSigns() {
        sender.begun(CHARGE, Fault.NONE);

        assertThat(awaited(2))
                .extracting(Received::type)
                .containsExactly("charge.created", "charge.succeeded");
        assertThat(received).allMatch(each -> each.signature().equals(each.expected()));
    }

    @Test
    void tellsTwiceUnderTheSameId() {
        sender.begun(CHARGE, Fault.DUPLICATE_WEBHOOKS);

        List<Received> all = awaited(4);
        assertThat(all.get(0)).extracting(Received::id).isEqualTo(all.get(1).id());
        assertThat(all.get(2)).extracting(Received::id).isEqualTo(all.get(3).id());
    }

    @Test
    void tellsTheEndBeforeTheBeginning() {
        sender.begun(CHARGE, Fault.DISORDERED_WEBHOOKS);

        assertThat(awaited(2))
                .extracting(Received::type)
                .containsExactly("charge.succeeded", "charge.created");
    }

    @Test
    void losesAndForges() {
        sender.begun(CHARGE, Fault.LOST_WEBHOOKS);
        sender.begun(CHARGE, Fault.FORGED_WEBHOOKS);

        assertThat(awaited(2)).noneMatch(each -> each.signature().equals(each.expected()));
    }

    @Test
    void triesAgainWhatIsNotTaken() {
        refusals.set(2);

        sender.settled(CHARGE);

        assertThat(awaited(1)).extracting(Received::type).containsExactly("charge.succeeded");
    }

    private List<Received> awaited(int count) {
        await(count + " webhooks")
                .atMost(Duration.ofSeconds(10))
                .until(() -> received.size() == count);
        return received;
    }
}
