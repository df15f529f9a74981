package io.gavel.gateway.connection;

import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.admission.Admission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What lets connections in. */
@Configuration(proxyBeanMethods = false)
class ConnectionBeans {

    @Bean
    Admission admission(GatewayProperties properties) {
        GatewayProperties.Socket limits = properties.socket();
        return new Admission(limits.connections(), limits.accepts(), System.nanoTime());
    }
}
