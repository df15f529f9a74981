package io.gavel.localstack;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The gateways of a local stack: alike but for their names and ports. */
final class GatewaySpecs {

    /**
     * On one's own machine a crowd is a measurement, so it may come at once; and where anybody gets
     * a token in any name, a limit by account keeps nobody out. A connection may say what its
     * account may.
     */
    private static final Map<String, String> TRY_OUT_LIMITS =
            Map.of(
                    "GAVEL_SOCKET_ACCEPTS_BURST", "20000",
                    "GAVEL_SOCKET_FRAMES_PER_SECOND", "1000",
                    "GAVEL_SOCKET_FRAMES_BURST", "2000",
                    "GAVEL_COMMAND_PER_SECOND", "1000",
                    "GAVEL_COMMAND_BURST", "2000");

    /** The variable that names what demo tokens are signed with. */
    static final String DEMO_KEY = "GAVEL_DEMO_SIGNING_KEY";

    private GatewaySpecs() {}

    /**
     * One for each port; the first is the given one.
     *
     * @param ports 0 takes a free one; that of the first is taken already
     */
    static List<ServiceSpec> of(ServiceSpec first, List<Integer> ports) {
        ServiceSpec lenient = first.with(TRY_OUT_LIMITS);
        return IntStream.range(0, ports.size())
                .mapToObj(i -> i == 0 ? lenient : another(lenient, i + 1, ports.get(i)))
                .toList();
    }

    private static ServiceSpec another(ServiceSpec first, int number, int port) {
        return first.another(first.name() + "-" + number, port == 0 ? FreePorts.next() : port);
    }

    /** One more, at a free port, where people sign in at an issuer and demo tokens are no good. */
    static ServiceSpec signingInAt(ServiceSpec first, String issuer, String clientId) {
        return first.another(first.name() + "-oidc", FreePorts.next())
                .without(ServiceSpec.PUBLIC_KEY, DEMO_KEY)
                .with(
                        Map.of(
                                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                                issuer,
                                "GAVEL_AUTH_CLIENT_ID",
                                clientId));
    }
}
