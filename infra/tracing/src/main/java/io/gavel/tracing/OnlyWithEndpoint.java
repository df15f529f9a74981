package io.gavel.tracing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Leaves out all of Spring Boot's tracing where no endpoint is set, so that a service that is not
 * traced neither loads nor does anything for it.
 */
final class OnlyWithEndpoint implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String BOOT = "org.springframework.boot.";

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(
            @Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean on = WhereSpansGo.isSaidIn(environment);
        boolean[] matches = new boolean[autoConfigurations.length];
        for (int i = 0; i < matches.length; i++) {
            String name = autoConfigurations[i];
            matches[i] = on || name == null || !isTracing(name);
        }
        return matches;
    }

    private static boolean isTracing(String name) {
        return name.startsWith(BOOT + "micrometer.tracing.")
                || name.startsWith(BOOT + "opentelemetry.");
    }
}
