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
    private static final String SELLER = "SELLER";
    private static final String PHOTOS = "/api/v1/photos";

    /**
     * Lots, their photos and logs and the keys of receipts are for everybody; a lot's commands,
     * which hold secrets, are for operators; photos come from sellers; the rest needs a token. No
     * cookie, hence nothing to forge across sites.
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
                                .accessDeniedHandler((exchange, denied) ->
                                        new WrongRole(
                                                        PHOTOS.equals(
                                                                        exchange.getRequest()
                                                                                .getPath()
                                                                                .value())
                                                                ? SELLER
                                                                : OPERATOR)
                                                .handle(exchange, denied)))
                .authorizeExchange(exchange ->
                        exchange.pathMatchers("/actuator/**", "/livez", "/readyz")
                                .permitAll()
                                .pathMatchers(HttpMethod.GET, "/api/v1/lots/*/commands")
                                .hasRole(OPERATOR)
                                .pathMatchers(HttpMethod.POST, PHOTOS)
                                .hasRole(SELLER)
                                .pathMatchers(
                                        HttpMethod.GET,
                                        PHOTOS,
                                        PHOTOS + "/**",
                                        "/api/v1/lots",
                                        "/api/v1/lots/**",
                                        "/.well-known/jwks.json")
                                .permitAll()
                                .anyExchange()
                                .authenticated())
                .build();
    }
}
