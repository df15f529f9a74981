package io.gavel.gateway;

/** One gateway for all tests that need nothing special. */
public final class SharedGateway {

    /** A page of this origin may use it. */
    public static final String NAMED_ORIGIN = "https://auctions.example";

    private static final RunningGateway GATEWAY = started();

    private SharedGateway() {}

    public static RunningGateway gateway() {
        return GATEWAY;
    }

    private static RunningGateway started() {
        RunningGateway gateway = new RunningGateway("gavel.socket.origins=" + NAMED_ORIGIN);
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "gateway-end"));
        return gateway;
    }
}
