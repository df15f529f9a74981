package io.gavel.tracing;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether an endpoint is set, and is not blank, which is how one takes it back. */
final class WhereSpansGo implements Condition {

    /** Where spans go by OTLP over HTTP, such as {@code http://tempo:4318/v1/traces}. */
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    static boolean isSaidIn(Environment environment) {
        return StringUtils.hasText(environment.getProperty(ENDPOINT));
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isSaidIn(context.getEnvironment());
    }
}
