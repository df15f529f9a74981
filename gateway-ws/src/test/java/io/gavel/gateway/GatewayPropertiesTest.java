package io.gavel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.gateway.admission.Rate;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class GatewayPropertiesTest {

    private final GatewayProperties properties =
            Binder.get(new MockEnvironment()).bindOrCreate("gavel", GatewayProperties.class);

    @Test
    void services_are_looked_for_on_this_machine() {
        assertThat(properties.biddingUrl()).isEqualTo(URI.create("http://localhost:8081"));
        assertThat(properties.settlementUrl()).isEqualTo(URI.create("http://localhost:8082"));
        assertThat(properties.biddingManagementUrl()).isNull();
        assertThat(properties.settlementManagementUrl()).isNull();
    }

    @Test
    void a_connection_has_these_limits() {
        GatewayProperties.Socket socket = properties.socket();
        assertThat(socket.frame()).isEqualTo(DataSize.ofKilobytes(8));
        assertThat(socket.largestFrame()).isEqualTo(DataSize.ofKilobytes(64));
        assertThat(socket.watchedLots()).isEqualTo(200);
        assertThat(socket.queue()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(socket.unsent()).isEqualTo(DataSize.ofKilobytes(128));
        assertThat(socket.heartbeat()).isEqualTo(Duration.ofSeconds(10));
        assertThat(socket.idle()).isEqualTo(Duration.ofSeconds(60));
        assertThat(socket.askWithin()).isEqualTo(Duration.ofMinutes(2));
        assertThat(socket.closeGrace()).isEqualTo(Duration.ofSeconds(5));
        assertThat(socket.drain()).isEqualTo(Duration.ofSeconds(5));
        assertThat(socket.origins()).isEmpty();
        assertThat(socket.connections()).isEqualTo(20_000);
        assertThat(socket.accepts()).isEqualTo(new Rate(500, 1_000));
        assertThat(socket.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(socket.frames()).isEqualTo(new Rate(100, 400));
    }

    @Test
    void the_memory_of_lots_has_these_limits() {
        GatewayProperties.Feed feed = properties.feed();
        assertThat(feed.recentEvents()).isEqualTo(256);
        assertThat(feed.recentBytes()).isEqualTo(DataSize.ofKilobytes(64));
        assertThat(feed.lots()).isEqualTo(5000);
        assertThat(feed.keepUnwatched()).isEqualTo(Duration.ofSeconds(60));
        assertThat(feed.page()).isEqualTo(500);
        assertThat(feed.stateInterval()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void commands_have_these_limits() {
        GatewayProperties.Command command = properties.command();
        assertThat(command.deadline()).isEqualTo(Duration.ofSeconds(5));
        assertThat(command.waiting()).isEqualTo(20_000);
        assertThat(command.queue()).isEqualTo(10_000);
        assertThat(command.maxBlock()).isEqualTo(Duration.ofSeconds(2));
        assertThat(command.deliveryTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(command.heartbeat()).isEqualTo(Duration.ofSeconds(3));
        assertThat(command.ofAccount()).isEqualTo(new Rate(20, 40));
        assertThat(command.accounts()).isEqualTo(50_000);
        assertThat(command.ofLot()).isEqualTo(new Rate(10_000, 20_000));
        assertThat(command.lots()).isEqualTo(20_000);
    }

    @Test
    void all_partitions_are_read_unless_they_are_many() {
        assertThat(properties.tail())
                .isEqualTo(
                        new GatewayProperties.Tail(
                                64, Duration.ofSeconds(30), Duration.ofSeconds(3)));
    }

    @Test
    void who_asks_for_advice_on_his_bid_gets_it() {
        assertThat(properties.bid())
                .isEqualTo(
                        new GatewayProperties.Bid(
                                GatewayProperties.Advice.WHEN_ASKED, 20_000, 200_000));
    }

    @Test
    void calls_to_services_have_these_limits() {
        GatewayProperties.Upstream upstream = properties.upstream();
        assertThat(upstream.timeLimit()).isEqualTo(Duration.ofSeconds(3));
        assertThat(upstream.connections()).isEqualTo(100);
        assertThat(upstream.queue()).isEqualTo(2_000);
        assertThat(upstream.retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void photos_have_these_limits() {
        assertThat(properties.photo())
                .isEqualTo(
                        new GatewayProperties.Photo(
                                DataSize.ofMegabytes(5),
                                8,
                                3,
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(20)));
    }

    @Test
    void demo_mode_is_off() {
        assertThat(properties.demo().signingKey()).isNull();
        assertThat(properties.demo().tokenLifetime()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void nobody_signs_in_on_the_page_before_it_has_a_name_at_the_issuer() {
        assertThat(properties.auth().clientId()).isNull();
        assertThat(properties.auth().scopes()).containsExactly("openid");
    }
}
