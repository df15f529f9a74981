package io.gavel.testkit;

/** Where the servers of the tests come from. */
enum ServerSource {
    /** Processes of this machine, from Maven's artifacts: the usual way. */
    EMBEDDED {
        @Override
        DatabaseServer startDatabaseServer() {
            return new EmbeddedDatabaseServer();
        }

        @Override
        Broker startBroker() {
            return EmbeddedBroker.start();
        }
    },

    /** Containers, by Testcontainers; its classes are loaded only here. */
    CONTAINERS {
        @Override
        DatabaseServer startDatabaseServer() {
            return new ContainerDatabaseServer();
        }

        @Override
        Broker startBroker() {
            return new ContainerBroker();
        }
    };

    /** The system property that chooses, set by Maven's profile {@code containers}. */
    static final String PROPERTY = "testkit.servers";

    abstract DatabaseServer startDatabaseServer();

    abstract Broker startBroker();

    /** What the property says: {@code embedded} where it says nothing. */
    static ServerSource chosen() {
        return named(System.getProperty(PROPERTY, "embedded"));
    }

    static ServerSource named(String name) {
        return switch (name) {
            case "embedded" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            default ->
                    throw new IllegalArgumentException(
                            PROPERTY + ": " + name + " (expected: embedded or containers)");
        };
    }
}
