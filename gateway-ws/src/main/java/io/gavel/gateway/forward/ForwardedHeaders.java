package io.gavel.gateway.forward;

import java.util.List;
import org.springframework.http.HttpHeaders;

/** Headers that pass through with a call and its answer; no others do. */
final class ForwardedHeaders {

    static final List<String> ASKED =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.IF_NONE_MATCH, HttpHeaders.ACCEPT);
    static final List<String> TOLD =
            List.of(
                    HttpHeaders.AUTHORIZATION,
                    HttpHeaders.ACCEPT,
                    HttpHeaders.CONTENT_TYPE,
                    "Idempotency-Key");

    /** Those of Standard Webhooks, and Stripe's. */
    static final List<String> SIGNED =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    "webhook-id",
                    "webhook-timestamp",
                    "webhook-signature",
                    "Stripe-Signature");

    static final List<String> ANSWERED =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_DISPOSITION,
                    "Content-Security-Policy",
                    HttpHeaders.ETAG,
                    HttpHeaders.CACHE_CONTROL,
                    HttpHeaders.LOCATION,
                    HttpHeaders.LINK,
                    HttpHeaders.RETRY_AFTER,
                    HttpHeaders.WWW_AUTHENTICATE);

    private ForwardedHeaders() {}
}
