package io.gavel.settlement.sellerhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.settlement.egress.CheckedAddresses;
import io.gavel.settlement.egress.ForbiddenTarget;
import io.gavel.settlement.egress.Names;
import io.gavel.settlement.egress.Networks;
import io.gavel.settlement.egress.TargetUrl;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Whom a connection is made to. */
class HookClientIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final TargetUrl.Rules ANY = new TargetUrl.Rules(Set.of(0), true);
    private static final Networks PUBLIC = new Networks(List.of());
    private static final Networks LOCAL = new Networks(List.of("127.0.0.0/8"));
    private static final Scheduler WAITING =
            Schedulers.newBoundedElastic(2, 10, "names-of-test", 10, true);

    private final HookReceiver receiver = new HookReceiver();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @AfterAll
    static void end() {
        WAITING.dispose();
    }

    @Test
    void it_calls_the_very_address_that_was_looked_at() {
        Names names =
                host -> {
                    asked.incrementAndGet();
                    return addresses("127.0.0.1");
                };

        assertThat(post(names, LOCAL, "http://hooks.example:" + receiver.port() + "/x"))
                .isEqualTo(200);
        assertThat(asked).hasValue(1);
        assertThat(receiver.came.getFirst().headers().getFirst("host"))
                .isEqualTo("hooks.example:" + receiver.port());
    }

    @Test
    void a_name_that_leads_elsewhere_the_second_time_is_not_followed() {
        Names rebinding =
                host -> addresses(asked.incrementAndGet() == 1 ? "93.184.216.34" : "127.0.0.1");
        TargetUrl target = target("http://hooks.example:" + receiver.port() + "/x");
        CheckedAddresses checked = new CheckedAddresses(rebinding, PUBLIC, WAITING);
        assertThat(checked.of(target).block(LIMIT)).isEqualTo(addresses("93.184.216.34"));

        assertForbidden(rebinding, target.uri().toString());
    }

    @Test
    void one_bad_address_among_good_ones_is_enough() {
        assertForbidden(
                host -> addresses("93.184.216.34", "127.0.0.1"),
                "http://hooks.example:" + receiver.port() + "/x");
    }

    @Test
    void an_address_that_is_written_as_such_is_looked_at_too() {
        assertForbidden(Names.ofThisMachine(), receiver.url());
        assertForbidden(
                Names.ofThisMachine(), "http://[::ffff:127.0.0.1]:" + receiver.port() + "/x");
        assertForbidden(Names.ofThisMachine(), "http://localhost:" + receiver.port() + "/x");
    }

    @Test
    void redirects_are_answers_and_a_body_without_end_is_not_read() {
        receiver.next(receiver.redirect(), HookReceiver.endless());

        assertThat(post(Names.ofThisMachine(), LOCAL, receiver.url())).isEqualTo(307);
        assertThat(post(Names.ofThisMachine(), LOCAL, receiver.url())).isEqualTo(200);
        assertThat(receiver.came).hasSize(2);
    }

    private void assertForbidden(Names names, String url) {
        assertThatThrownBy(() -> post(names, PUBLIC, url))
                .satisfies(
                        e -> assertThat(Exceptions.unwrap(e)).isInstanceOf(ForbiddenTarget.class));
        assertThat(receiver.came).isEmpty();
    }

    private static Integer post(Names names, Networks networks, String url) {
        HookClient client =
                new HookClient(
                        new CheckedAddresses(names, networks, WAITING),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5));
        return client.post(target(url), Map.of("webhook-id", "1"), "{}".getBytes(UTF_8))
                .block(LIMIT);
    }

    private static TargetUrl target(String url) {
        return TargetUrl.parse(url, ANY);
    }

    private static List<InetAddress> addresses(String... addresses) {
        return List.of(addresses).stream().map(InetAddress::ofLiteral).toList();
    }
}
