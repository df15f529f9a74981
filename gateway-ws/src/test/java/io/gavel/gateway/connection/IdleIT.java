package io.gavel.gateway.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class IdleIT {

    @Test
    void a_client_that_answers_no_ping_is_closed_and_one_that_does_is_not() {
        try (RunningGateway gateway =
                        new RunningGateway("gavel.socket.idle=1s", "gavel.socket.close-grace=30s");
                SocketClient silent = gateway.connect();
                SocketClient alive = gateway.connect()) {
            silent.stopReading();
            long heartbeats = 0;
            while (heartbeats < 8) {
                alive.nextHeartbeat();
                heartbeats++;
            }
            silent.readOn();
            assertThat(silent.closeCode()).isEqualTo(4409);
            alive.hearsNothing();
        }
    }

    @Test
    void a_line_on_which_no_request_comes_to_its_end_is_closed() throws IOException {
        try (RunningGateway gateway = new RunningGateway("server.netty.idle-timeout=300ms");
                Socket silent = gateway.dial();
                Socket slow = gateway.dial()) {
            slow.getOutputStream().write("GET / HTTP/1.1\r\nHost: ".getBytes(US_ASCII));
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_client_that_only_answers_pings_is_closed_and_one_that_asks_for_anything_is_not() {
        try (RunningGateway gateway = new RunningGateway("gavel.socket.ask-within=1s");
                SocketClient idler = gateway.connect();
                SocketClient wrong = gateway.connect();
                SocketClient watcher = gateway.connect();
                SocketClient bidder = gateway.connectAs("alice", "BIDDER")) {
            watcher.watch(gateway.bidding().listed(), "log", null).next("snapshot");
            wrong.send("{\"type\":\"dance\"}");
            assertThat(idler.closeCode()).isEqualTo(4410);
            assertThat(wrong.closeCode()).isEqualTo(4410);
            watcher.nextHeartbeat();
            watcher.hearsNothing();
            bidder.hearsNothing();
        }
    }
}
