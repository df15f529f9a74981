package io.gavel.bidding.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Access {

    private static final String OPERATOR = "OPERATOR";

    /**
     * Lots, their logs and the keys of receipts are for everybody; a lot's commands, which hold
     * secrets, are for operators; the rest needs a token. No cookie, hence nothing to forge across
     * sites.
     */
    @Bean
    SecurityWebFilterChain whoMayCall(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2ResourceServer(server ->
                        server.jwt(Customizer.withDefaults())
                                .accessDeniedHandler(new WrongRole(OPERATOR)))
                .authorizeExchange(exchange ->
                        exchange.pathMatchers("/actuator/**")
                                .permitAll()
                                .pathMatchers(HttpMethod.GET, "/api/v1/lots/*/commands")
                                .hasRole(OPERATOR)
                                .pathMatchers(
                                        HttpMethod.GET,
                                        "/api/v1/lots",
                                        "/api/v1/lots/**",
                                        "/.well-known/jwks.json")
                                .permitAll()
                                .anyExchange()
                                .authenticated())
                .build();
    }
}
