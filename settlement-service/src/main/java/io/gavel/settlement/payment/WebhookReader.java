package io.gavel.settlement.payment;

import org.springframework.http.HttpHeaders;

/** Knows which webhooks truly come from a provider, and which payment they are about. */
public interface WebhookReader {

    /** What a webhook turned out to be. */
    sealed interface Reading {

        /**
         * Something happened to a charge.
         *
         * @param event the provider's id of this event; one that comes again has the same
         */
        record About(String event, PaymentKey key) implements Reading {}

        /** It comes from the provider, and is about nothing that matters here. */
        record Nothing() implements Reading {}

        /** It does not come from the provider, or came too late to tell. */
        record Forged() implements Reading {}
    }

    /** The provider's name in the path. */
    String provider();

    Reading read(HttpHeaders headers, byte[] body);
}
