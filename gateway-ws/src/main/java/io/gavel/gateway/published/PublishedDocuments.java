package io.gavel.gateway.published;

import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Serves {@code /openapi.yaml}, {@code /asyncapi.yaml} and the {@code /schemas.yaml} that both
 * refer to, to everybody.
 */
@Configuration(proxyBeanMethods = false)
class PublishedDocuments implements WebFluxConfigurer {

    /** RFC 9512. */
    private static final MediaType YAML = new MediaType("application", "yaml");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/*.yaml")
                .addResourceLocations("classpath:/published/")
                .setCacheControl(CacheControl.noCache())
                .setMediaTypes(Map.of("yaml", YAML));
    }
}
