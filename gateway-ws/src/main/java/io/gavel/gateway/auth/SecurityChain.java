package io.gavel.gateway.auth;

import io.gavel.gateway.problem.ProblemHandler;
import io.gavel.gateway.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who may call what. There is no cookie and no session: a token in the header says who asks, each
 * time.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityChain {

    private static final String[] OF_BIDDERS = {
        "/api/v1/lots/*/bids",
        "/api/v1/lots/*/buy-now",
        "/api/v1/lots/*/accept-price",
        "/api/v1/lots/*/lower-max",
        "/api/v1/lots/*/retract-bid"
    };
    private static final String[] OF_OPERATORS = {
        "/api/v1/lots/*/pause",
        "/api/v1/lots/*/resume",
        "/api/v1/lots/*/extend",
        "/api/v1/lots/*/hammer"
    };

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, SignIn signIn) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(headers -> headers(headers, PagePolicy.allowing(signIn)))
                .authorizeExchange(SecurityChain::calls)
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(SecurityChain::unauthenticated)
                                .accessDeniedHandler((exchange, _) -> denied(exchange)))
                .oauth2ResourceServer(server ->
                        server.jwt(_ -> {})
                                .authenticationEntryPoint(SecurityChain::unauthenticated)
                                .accessDeniedHandler((exchange, _) -> denied(exchange)))
                .build();
    }

    private static void calls(AuthorizeExchangeSpec calls) {
        calls.pathMatchers(HttpMethod.POST, "/api/v1/lots", "/api/v1/lots/check", "/api/v1/photos")
                .hasRole("SELLER")
                .pathMatchers(HttpMethod.POST, OF_BIDDERS)
                .hasRole("BIDDER")
                .pathMatchers(HttpMethod.POST, OF_OPERATORS)
                .hasRole("OPERATOR")
                .pathMatchers(HttpMethod.POST, "/api/v1/lots/*/cancel", "/api/v1/sales/*/relist")
                .hasAnyRole("OPERATOR", "SELLER")
                .pathMatchers(
                        "/api/v1/sales",
                        "/api/v1/sales.csv",
                        "/api/v1/strikes",
                        "/api/v1/attention",
                        "/api/v1/system",
                        "/api/v1/bidders/**")
                .hasRole("OPERATOR")
                .pathMatchers(
                        "/api/v1/me/**",
                        "/api/v1/bids/**",
                        "/api/v1/sales/**",
                        "/api/v1/lots/*/commands")
                .authenticated()
                .anyExchange()
                .permitAll();
    }

    private static void headers(HeaderSpec headers, String pagePolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(pagePolicy))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(frame -> frame.mode(Mode.DENY));
    }

    private static Mono<Void> unauthenticated(
            ServerWebExchange exchange, AuthenticationException e) {
        boolean badToken = e instanceof OAuth2AuthenticationException;
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                HttpHeaders.WWW_AUTHENTICATE,
                badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        String detail =
                badToken
                        ? "the token is forged, malformed or has expired"
                        : "no token (expected: Authorization: Bearer)";
        return ProblemHandler.write(
                exchange, Problems.of(HttpStatus.UNAUTHORIZED, detail).getBody(), headers);
    }

    private static Mono<Void> denied(ServerWebExchange exchange) {
        return ProblemHandler.write(
                exchange,
                Problems.of(HttpStatus.FORBIDDEN, "the account's roles do not allow this")
                        .getBody(),
                HttpHeaders.EMPTY);
    }
}
