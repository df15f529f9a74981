package io.gavel.gateway.auth;

import io.gavel.settings.RefusedSettings;

/** The settings do not say clearly whose tokens are good. */
final class UnclearIssuer extends RefusedSettings {

    UnclearIssuer(String sentence) {
        super(sentence);
    }
}
