package io.gavel.settlement.payment;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True where a provider is set. */
public final class WhenPaid implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String provider = context.getEnvironment().getProperty("gavel.payment.provider", "none");
        return !provider.strip().equalsIgnoreCase("none");
    }
}
