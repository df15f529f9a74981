package io.gavel.gateway.sale;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.gateway.SocketClient;
import io.gavel.gateway.TestLot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SaleIT {

    private static final String PUBLIC =
            "{\"type\":\"sale\",\"lot\":\"%s\",\"outcome\":\"sold\",\"state\":\"awaiting-payment\",\"hammer\":20500,\"winner\":12,\"currency\":\"EUR\",\"at\":\"2026-11-22T14:03:07.412Z\"%s}";
    private static final String PRIVATE =
            ",\"private\":{\"role\":\"%s\",\"buyer\":\"lena\",\"seller\":\"mick\"}";

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void a_sale_is_told_once_to_each_and_who_they_are_only_to_buyer_and_seller() {
        TestLot lot = gateway().bidding().listed();
        try (SocketClient watcher = gateway().connect();
                SocketClient buyer = gateway().connectAs("lena", "BIDDER");
                SocketClient seller = gateway().connectAs("mick", "SELLER");
                SocketClient stranger = gateway().connectAs("nora", "BIDDER")) {
            watcher.watch(lot, "state", null).next("snapshot");
            buyer.watch(lot, "log", null).next("snapshot");
            gateway().topics().publish(lot.sold());
            assertThat(watcher.nextText()).isEqualTo(PUBLIC.formatted(lot.id(), ""));
            assertThat(buyer.nextText())
                    .isEqualTo(PUBLIC.formatted(lot.id(), PRIVATE.formatted("buyer")));
            assertThat(seller.nextText())
                    .isEqualTo(PUBLIC.formatted(lot.id(), PRIVATE.formatted("seller")));
            buyer.hearsNothing();
            stranger.hearsNothing();
        }
    }
}
