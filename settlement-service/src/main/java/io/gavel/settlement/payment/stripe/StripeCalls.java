package io.gavel.settlement.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerSearchParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The calls that are made of Stripe; each waits for its answer. What the library would try again by
 * itself is off: that is decided here.
 */
final class StripeCalls {

    /** An intent carries the payment's key, a customer the account he is here, as metadata. */
    static final String KEY = "gavel_key";

    static final String ACCOUNT = "gavel_account";
    static final String LOT = "gavel_lot";

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long MOST_REFUNDS = 100;

    /** A customer with the means he pays by. */
    record Payer(String customer, String paymentMethod) {}

    private final StripeClient stripe;

    StripeCalls(URI base, Secret secretKey, Duration timeLimit) {
        stripe =
                StripeClient.builder()
                        .setApiKey(secretKey.value())
                        .setApiBase(base.toString())
                        .setMaxNetworkRetries(0)
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setReadTimeout((int) timeLimit.toMillis())
                        .build();
    }

    /** The customer of an account, if he has left a means to pay by. */
    Optional<Payer> payer(String account) throws StripeException {
        List<Customer> customers =
                stripe.v1()
                        .customers()
                        .search(
                                CustomerSearchParams.builder()
                                        .setQuery(query(ACCOUNT, account))
                                        .setLimit(2L)
                                        .build())
                        .getData();
        return customers.size() == 1 ? payer(customers.getFirst()) : Optional.empty();
    }

    private static Optional<Payer> payer(Customer customer) {
        return Optional.ofNullable(customer.getInvoiceSettings())
                .map(Customer.InvoiceSettings::getDefaultPaymentMethod)
                .map(method -> new Payer(customer.getId(), method));
    }

    /** Creates and confirms; a card's refusal is an answer: the intent that was refused. */
    PaymentIntent create(PaymentRequest request, long amount, Payer payer) throws StripeException {
        PaymentIntentCreateParams params =
                PaymentIntentCreateParams.builder()
                        .setAmount(amount)
                        .setCurrency(request.sum().currency().toLowerCase(Locale.ROOT))
                        .setCustomer(payer.customer())
                        .setPaymentMethod(payer.paymentMethod())
                        .setConfirm(true)
                        .setOffSession(true)
                        .putMetadata(KEY, request.key().value())
                        .putMetadata(LOT, request.lot().toString())
                        .build();
        RequestOptions options =
                RequestOptions.builder().setIdempotencyKey(request.key().value()).build();
        try {
            return stripe.v1().paymentIntents().create(params, options);
        } catch (CardException e) {
            return refused(e).orElseThrow(() -> e);
        }
    }

    private static Optional<PaymentIntent> refused(CardException e) {
        return Optional.ofNullable(e.getStripeError()).map(error -> error.getPaymentIntent());
    }

    List<PaymentIntent> find(PaymentKey key) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .search(
                        PaymentIntentSearchParams.builder()
                                .setQuery(query(KEY, key.value()))
                                .setLimit(10L)
                                .build())
                .getData();
    }

    PaymentIntent cancel(String intent) throws StripeException {
        return stripe.v1().paymentIntents().cancel(intent);
    }

    /** Gives all of an intent's money back. */
    Refund refund(RefundRequest request, long amount) throws StripeException {
        RefundCreateParams params =
                RefundCreateParams.builder()
                        .setPaymentIntent(request.charge())
                        .setAmount(amount)
                        .putMetadata(KEY, request.key().value())
                        .putMetadata(LOT, request.payment().lot().toString())
                        .build();
        RequestOptions options =
                RequestOptions.builder().setIdempotencyKey(request.key().value()).build();
        return stripe.v1().refunds().create(params, options);
    }

    /** The refund of a key, of those of its intent; this is no search and does not lag. */
    Optional<Refund> findRefund(RefundRequest request) throws StripeException {
        return stripe
                .v1()
                .refunds()
                .list(
                        RefundListParams.builder()
                                .setPaymentIntent(request.charge())
                                .setLimit(MOST_REFUNDS)
                                .build())
                .getData()
                .stream()
                .filter(refund -> request.key().value().equals(refund.getMetadata().get(KEY)))
                .findFirst();
    }

    static String query(String name, String value) {
        String quoted = value.replace("\\", "\\\\").replace("'", "\\'");
        return "metadata['" + name + "']:'" + quoted + "'";
    }
}
