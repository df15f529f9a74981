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

    /**
     * Lots and their logs are for everybody; the rest needs a token. No cookie, hence nothing to
     * forge across sites.
     */
    @Bean
    SecurityWebFilterChain whoMayCall(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .authorizeExchange(exchange ->
                        exchange.pathMatchers("/actuator/**")
                                .permitAll()
                                .pathMatchers(HttpMethod.GET, "/api/v1/lots", "/api/v1/lots/**")
                                .permitAll()
                                .anyExchange()
                                .authenticated())
                .build();
    }
}
