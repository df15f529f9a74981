package io.gavel.gateway.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Serves {@code /client.d.ts} as the text it is; by its ending alone it would be a film. The rest
 * of the page's files need no help.
 */
@Configuration(proxyBeanMethods = false)
class ClientTypes implements WebFluxConfigurer {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/*.d.ts")
                .addResourceLocations("classpath:/static/")
                .setMediaTypes(Map.of("ts", TEXT));
    }
}
