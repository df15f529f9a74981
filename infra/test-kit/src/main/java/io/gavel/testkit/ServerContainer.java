package io.gavel.testkit;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import io.gavel.localstack.FreePorts;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * A container with one server in it that can be suspended, ended and started again: with the same
 * data, on the same port of this machine. The engine has to run on this machine.
 */
final class ServerContainer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int STOP_SECONDS = 15;

    private final GenericContainer<?> container;
    private final int port = FreePorts.next();
    private final Answering answering;

    /**
     * Starts nothing yet.
     *
     * @param portInside where the server listens in the container
     * @param answers whether the server does what it is there for
     */
    ServerContainer(GenericContainer<?> container, int portInside, BooleanSupplier answers) {
        this.container = container;
        this.answering = new Answering(answers);
        container.setPortBindings(List.of("127.0.0.1:" + port + ":" + portInside));
        container.setWaitStrategy(answering);
    }

    private final class Answering extends AbstractWaitStrategy {
        private final BooleanSupplier answers;

        Answering(BooleanSupplier answers) {
            this.answers = answers;
        }

        @Override
        protected void waitUntilReady() {
            await(container.getDockerImageName() + " to answer on port " + port)
                    .atMost(START_LIMIT)
                    .pollInterval(BETWEEN_LOOKS)
                    .failFast(this::checkRunning)
                    .until(answers::getAsBoolean);
        }

        private void checkRunning() {
            if (!isRunning()) {
                throw new IllegalStateException(
                        container.getDockerImageName() + " has ended:\n" + container.getLogs());
            }
        }
    }

    int port() {
        return port;
    }

    void start() {
        container.start();
    }

    void suspend() {
        docker().pauseContainerCmd(id()).exec();
    }

    /** Nothing happens to one that is not suspended. */
    void resume() {
        if (exists() && Boolean.TRUE.equals(state().getPaused())) {
            docker().unpauseContainerCmd(id()).exec();
        }
    }

    /** As its image says, by force after 15 s. */
    void stop() {
        if (isRunning()) {
            docker().stopContainerCmd(id()).withTimeout(STOP_SECONDS).exec();
        }
    }

    void kill() {
        if (isRunning()) {
            docker().killContainerCmd(id()).exec();
        }
    }

    /** Starts it again after {@link #stop} or {@link #kill}, and returns when it answers. */
    void startAgain() {
        docker().startContainerCmd(id()).exec();
        answering.waitUntilReady(container);
    }

    /** Ends the container and deletes it with its data. */
    @Override
    public void close() {
        resume();
        container.stop();
    }

    private boolean isRunning() {
        return exists() && Boolean.TRUE.equals(state().getRunning());
    }

    private boolean exists() {
        return container.getContainerId() != null;
    }

    private ContainerState state() {
        return docker().inspectContainerCmd(id()).exec().getState();
    }

    private String id() {
        return container.getContainerId();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
