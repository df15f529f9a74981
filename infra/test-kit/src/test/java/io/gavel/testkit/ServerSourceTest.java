package io.gavel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerSourceTest {
    @Test
    void serversAreEmbeddedUnlessContainersAreAskedFor() {
        assertThat(ServerSource.chosen()).isEqualTo(ServerSource.EMBEDDED);
        assertThat(ServerSource.named("containers")).isEqualTo(ServerSource.CONTAINERS);
        assertThatThrownBy(() -> ServerSource.named("docker"))
                .hasMessage("testkit.servers: docker (expected: embedded or containers)");
    }

    @Test
    void anImageIsNamedForTheServerThatItHolds() {
        assertThat(ContainerBroker.variable("auto.create.topics.enable"))
                .isEqualTo("KAFKA_AUTO_CREATE_TOPICS_ENABLE");
        assertThat(ServerImage.KAFKA.chosen().asCanonicalNameString())
                .isEqualTo("apache/kafka:4.2.1");
    }
}
