package io.gavel.bidding.receipts;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence alone, without a stack trace. */
class UnusableKeyReport extends AbstractFailureAnalyzer<UnusableKey> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableKey cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
