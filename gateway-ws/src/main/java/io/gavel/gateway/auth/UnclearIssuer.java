package io.gavel.gateway.auth;

/** The settings do not say clearly whose tokens are good. */
final class UnclearIssuer extends IllegalStateException {

    UnclearIssuer(String sentence) {
        super(sentence);
    }
}
