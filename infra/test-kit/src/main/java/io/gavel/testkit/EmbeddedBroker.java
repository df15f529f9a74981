package io.gavel.testkit;

import io.gavel.localstack.KafkaBroker;

/** A broker in a JVM of its own. */
record EmbeddedBroker(KafkaBroker process) implements Broker {
    static EmbeddedBroker start() {
        return new EmbeddedBroker(KafkaBroker.start(AtEnd.folder("kafka")));
    }

    @Override
    public String bootstrapServers() {
        return process.bootstrapServers();
    }

    @Override
    public void suspend() {
        process.suspend();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void restart() {
        process.kill();
        process.restart();
    }

    @Override
    public void close() {
        process.close();
    }
}
