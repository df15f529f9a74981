package io.gavel.settlement.sellerhook;

import io.gavel.settlement.egress.CheckedAddresses;
import io.gavel.settlement.egress.TargetUrl;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Posts to an endpoint: a connection of its own to an address that was looked at, no redirects, no
 * proxy, and of the answer nothing but its status; then the connection is closed.
 */
final class HookClient {

    private static final int MOST_HEADER_BYTES = 16 * 1024;

    private final HttpClient http;

    HookClient(CheckedAddresses addresses, Duration connectLimit, Duration answerLimit) {
        http =
                HttpClient.create(ConnectionProvider.newConnection())
                        .resolver(addresses)
                        .noProxy()
                        .followRedirect(false)
                        .disableRetry(true)
                        .keepAlive(false)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectLimit.toMillis())
                        .httpResponseDecoder(spec -> spec.maxHeaderSize(MOST_HEADER_BYTES))
                        .responseTimeout(answerLimit);
    }

    /** The status of the answer. */
    Mono<Integer> post(TargetUrl target, Map<String, String> headers, byte[] body) {
        return http.headers(
                        to -> {
                            headers.forEach(to::set);
                            to.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
                        })
                .post()
                .uri(target.uri())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseConnection((answer, connection) -> {
                    int status = answer.status().code();
                    connection.dispose();
                    return Mono.just(status);
                })
                .next();
    }
}
