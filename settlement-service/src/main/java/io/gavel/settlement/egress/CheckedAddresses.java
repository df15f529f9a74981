package io.gavel.settlement.egress;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Finds the addresses of a host, and gives them only if all may be called. The connection is made
 * to the very addresses that were looked at: what the name says a moment later does not matter.
 * Hosts that are addresses already are looked at as well.
 */
public final class CheckedAddresses extends AddressResolverGroup<InetSocketAddress> {

    private final Names names;
    private final Networks networks;
    private final Scheduler waiting;

    /**
     * Takes what it needs.
     *
     * @param waiting where to wait for names
     */
    public CheckedAddresses(Names names, Networks networks, Scheduler waiting) {
        this.names = names;
        this.networks = networks;
        this.waiting = waiting;
    }

    /** The addresses of a URL's host; an error {@link IOException} if it may not be called. */
    public Mono<List<InetAddress>> of(TargetUrl target) {
        return of(target.host());
    }

    private Mono<List<InetAddress>> of(String host) {
        return Mono.fromCallable(() -> checked(names.of(host))).subscribeOn(waiting);
    }

    private List<InetAddress> checked(List<InetAddress> addresses) throws ForbiddenTarget {
        if (addresses.isEmpty() || !addresses.stream().allMatch(networks::mayBeCalled)) {
            throw new ForbiddenTarget();
        }
        return addresses;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Checked(executor);
    }

    private final class Checked extends AbstractAddressResolver<InetSocketAddress> {

        Checked(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /** Else an address that is written as such would not come by here. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> found) {
            addresses(address)
                    .subscribe(all -> found.trySuccess(all.getFirst()), found::tryFailure);
        }

        @Override
        protected void doResolveAll(
                InetSocketAddress address, Promise<List<InetSocketAddress>> found) {
            addresses(address).subscribe(found::trySuccess, found::tryFailure);
        }

        private Mono<List<InetSocketAddress>> addresses(InetSocketAddress address) {
            return of(address.getHostString())
                    .map(all ->
                            all.stream()
                                    .map(each -> new InetSocketAddress(each, address.getPort()))
                                    .toList());
        }
    }
}
