package io.gavel.settlement.auth;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/**
 * Health, metrics and what a price costs are open, providers' webhooks bring a signature of their
 * own, everything else needs a token; nothing is kept between calls.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Access {

    @Bean
    SecurityWebFilterChain tokensOnly(ServerHttpSecurity http) {
        return http.csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(calls ->
                        calls.pathMatchers(
                                        "/actuator/health/**",
                                        "/actuator/prometheus",
                                        "/livez",
                                        "/readyz")
                                .permitAll()
                                .pathMatchers(HttpMethod.GET, "/api/v1/costs")
                                .permitAll()
                                .pathMatchers(HttpMethod.POST, "/payments/webhooks/*")
                                .permitAll()
                                .anyExchange()
                                .authenticated())
                .oauth2ResourceServer(
                        tokens -> tokens.jwt(jwt -> {}).authenticationEntryPoint(new TokenNeeded()))
                .build();
    }
}
