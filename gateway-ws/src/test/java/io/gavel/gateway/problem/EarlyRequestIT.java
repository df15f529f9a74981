package io.gavel.gateway.problem;

import static io.gavel.gateway.SharedGateway.gateway;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class EarlyRequestIT {

    /** It used to be never read again (reactor-netty#4361). */
    @Test
    void a_line_whose_next_request_came_before_the_answer_was_sent_is_read_on() throws IOException {
        try (Socket line = gateway().dial()) {
            send(line, get("/openapi.yaml", "keep-alive") + get("/early", "keep-alive"));
            StringBuilder heard = new StringBuilder();
            while (heard.indexOf("\"instance\":\"/early\"}") < 0) {
                int next = line.getInputStream().read();
                assertThat(next).as("after " + heard).isNotNegative();
                heard.append((char) next);
            }
            send(line, get("/late", "close"));
            assertThat(new String(line.getInputStream().readAllBytes(), UTF_8))
                    .contains("HTTP/1.1 404", "\"instance\":\"/late\"");
        }
    }

    private static String get(String path, String connection) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: " + connection + "\r\n\r\n";
    }

    private static void send(Socket line, String requests) throws IOException {
        line.getOutputStream().write(requests.getBytes(US_ASCII));
    }
}
