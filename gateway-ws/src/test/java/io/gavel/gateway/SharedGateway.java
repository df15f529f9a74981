package io.gavel.gateway;

/** One gateway for all tests that need nothing special. */
public final class SharedGateway {

    private static final RunningGateway GATEWAY = started();

    private SharedGateway() {}

    public static RunningGateway gateway() {
        return GATEWAY;
    }

    private static RunningGateway started() {
        RunningGateway gateway = new RunningGateway();
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "gateway-end"));
        return gateway;
    }
}
