package io.gavel.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Takes a service's place: ready at once, and tells its environment. */
final class StandInService {
    private StandInService() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/actuator/health/readiness",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.createContext(
                "/environment",
                exchange -> {
                    byte[] body =
                            System.getenv()
                                    .toString()
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    /** Says why and ends. */
    static final class Dying {
        private Dying() {}

        public static void main(String[] args) {
            System.err.println("no migration for table lot");
            System.exit(3);
        }
    }
}
