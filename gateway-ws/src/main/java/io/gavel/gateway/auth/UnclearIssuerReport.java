package io.gavel.gateway.auth;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence alone, without a stack trace. */
class UnclearIssuerReport extends AbstractFailureAnalyzer<UnclearIssuer> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnclearIssuer cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
