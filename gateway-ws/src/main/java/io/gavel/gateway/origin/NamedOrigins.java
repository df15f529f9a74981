package io.gavel.gateway.origin;

import io.gavel.gateway.GatewayProperties;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

/**
 * Pages of the origins in {@code gavel.socket.origins} may read what HTTP answers, {@code
 * /client.js} included, and send tokens in the header. To all others nothing is said, so that their
 * browsers keep the answers from them; there is no cookie that could speak for anybody.
 *
 * <p>What comes from the gateway's own page is not looked at: behind a proxy the gateway does not
 * know its own address.
 */
@Component
class NamedOrigins implements CorsConfigurationSource {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final List<String> origins;
    private final CorsConfiguration allowed = new CorsConfiguration();

    NamedOrigins(GatewayProperties properties) {
        origins = properties.socket().origins();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(
                Stream.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
                        .map(HttpMethod::name)
                        .toList());
        allowed.setAllowedHeaders(
                List.of(
                        HttpHeaders.AUTHORIZATION,
                        HttpHeaders.CONTENT_TYPE,
                        HttpHeaders.IF_NONE_MATCH,
                        "Idempotency-Key",
                        "Last-Event-ID"));
        allowed.setExposedHeaders(
                List.of(
                        HttpHeaders.ETAG,
                        HttpHeaders.LINK,
                        HttpHeaders.LOCATION,
                        HttpHeaders.RETRY_AFTER));
        allowed.setMaxAge(REMEMBERED);
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(ServerWebExchange exchange) {
        String origin = exchange.getRequest().getHeaders().getOrigin();
        return origin != null && origins.contains(origin) ? allowed : null;
    }
}
