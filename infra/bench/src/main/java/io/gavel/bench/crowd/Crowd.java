package io.gavel.bench.crowd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Clients of one gateway, on a few threads. */
public final class Crowd implements AutoCloseable {

    private static final int UPGRADES_AT_ONCE = 200;
    private static final int LONGEST_UPGRADE_SECONDS = 30;

    /** As little as the kernel grants, for those who read nothing. */
    private static final int SMALL_BUFFER = 4 * 1024;

    private final InetSocketAddress gateway;
    private final List<Loop> loops = new ArrayList<>();
    private final Semaphore upgrades = new Semaphore(UPGRADES_AT_ONCE);
    private int clients;

    public Crowd(int port, int threads) {
        gateway = new InetSocketAddress("localhost", port);
        for (int i = 0; i < threads; i++) {
            loops.add(new Loop("crowd-" + i));
        }
    }

    /**
     * Connects more clients and returns when all are upgraded.
     *
     * @param ear of a client, given the number of the thread that calls it
     * @throws IllegalStateException if one is not let in, or the gateway is silent for 30 s
     */
    public List<Client> join(int count, IntFunction<Ear> ear) {
        return join(count, ear, false);
    }

    /** As {@link #join(int, IntFunction)}, with small buffers in the kernel. */
    public List<Client> joinWithSmallBuffers(int count, IntFunction<Ear> ear) {
        return join(count, ear, true);
    }

    private List<Client> join(int count, IntFunction<Ear> ear, boolean small) {
        List<Client> joined = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            acquire(1);
            int thread = clients++ % loops.size();
            joined.add(loops.get(thread).add(connect(small), ear.apply(thread), upgrades::release));
        }
        acquire(UPGRADES_AT_ONCE);
        upgrades.release(UPGRADES_AT_ONCE);
        return joined;
    }

    /**
     * Throws if a loop has failed.
     *
     * @throws IllegalStateException with its reason
     */
    public void requireFine() {
        loops.forEach(Loop::requireFine);
    }

    private void acquire(int permits) {
        try {
            for (int waited = 0; !upgrades.tryAcquire(permits, 1, TimeUnit.SECONDS); waited++) {
                requireFine();
                if (waited >= LONGEST_UPGRADE_SECONDS) {
                    throw new IllegalStateException(
                            "no answer to an upgrade (expected: within 30 s)");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while clients connect", e);
        }
    }

    private SocketChannel connect(boolean small) {
        try {
            SocketChannel channel = SocketChannel.open();
            if (small) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            }
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(gateway);
            channel.write(ClientFrames.upgrade("localhost:" + gateway.getPort()));
            channel.configureBlocking(false);
            return channel;
        } catch (IOException e) {
            throw new IllegalStateException("a client cannot connect: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        loops.forEach(Loop::close);
    }
}
