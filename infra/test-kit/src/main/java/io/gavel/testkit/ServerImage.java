package io.gavel.testkit;

import org.testcontainers.utility.DockerImageName;

/**
 * The images that containers are made of. A system property names another that behaves the same,
 * such as a copy in a registry of one's own.
 */
enum ServerImage {
    POSTGRES("testkit.postgres-image", "postgres", "18.6"),
    KAFKA("testkit.kafka-image", "apache/kafka", "4.2.1");

    private final String property;
    private final String official;
    private final String tag;

    ServerImage(String property, String official, String tag) {
        this.property = property;
        this.official = official;
        this.tag = tag;
    }

    /** The version of the server in the image. */
    String version() {
        return tag;
    }

    DockerImageName chosen() {
        return DockerImageName.parse(System.getProperty(property, official + ":" + tag))
                .asCompatibleSubstituteFor(official);
    }
}
