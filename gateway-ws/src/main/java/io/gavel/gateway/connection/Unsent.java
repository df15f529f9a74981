package io.gavel.gateway.connection;

import io.gavel.gateway.GatewayProperties;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/**
 * Bounds what the kernel takes for a client before it sends it, which else is up to megabytes: what
 * a slow client does not read soon stays in its queue, where it is counted and may be overwritten.
 * Only Linux can (TCP_NOTSENT_LOWAT); elsewhere nothing is changed.
 */
@Component
class Unsent implements NettyServerCustomizer {

    private final long mostBytes;

    Unsent(GatewayProperties properties) {
        mostBytes = properties.socket().unsent().toBytes();
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return Epoll.isAvailable()
                ? server.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, mostBytes)
                : server;
    }
}
