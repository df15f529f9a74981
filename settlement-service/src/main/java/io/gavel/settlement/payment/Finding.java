package io.gavel.settlement.payment;

/** What a provider says when it is asked for a key. */
public sealed interface Finding permits Finding.NotFound, Outcome {

    /**
     * The provider shows no charge of this key. One may still be under way, so it is no decline;
     * but to charge with the same key is safe.
     */
    record NotFound() implements Finding {}
}
