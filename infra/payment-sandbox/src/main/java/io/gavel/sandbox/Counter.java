package io.gavel.sandbox;

import java.util.Optional;

/** Where money is asked for or given back; each with its book, its faults and what it refuses. */
sealed interface Counter {

    Charges book();

    Faults faults();

    /** What is to go wrong with this request. */
    Fault fault(String key, Charge.Wish wish);

    /** Why it cannot be, now or ever; checked for keys that are new. */
    Optional<String> refusal(String key, Charge.Wish wish);

    /** Takes charges. */
    record OfCharges(Charges book, Faults faults) implements Counter {
        @Override
        public Fault fault(String key, Charge.Wish wish) {
            return faults.ofCharge(key, wish.payer());
        }

        @Override
        public Optional<String> refusal(String key, Charge.Wish wish) {
            return wish.charge() == null
                    ? Optional.empty()
                    : Optional.of("charge: something (expected: nothing, as it is none yet)");
        }
    }

    /** Gives charges back, each once and as a whole. */
    record OfRefunds(Charges book, Charges charges, Faults faults) implements Counter {
        @Override
        public Fault fault(String key, Charge.Wish wish) {
            return faults.ofRefund();
        }

        @Override
        public Optional<String> refusal(String key, Charge.Wish wish) {
            Optional<Charge> charge =
                    charges.all().stream()
                            .filter(each -> each.id().equals(wish.charge()))
                            .filter(each -> each.status() == Charge.Status.SUCCEEDED)
                            .filter(each -> each.amount() == wish.amount())
                            .filter(each -> each.lot().equals(wish.lot()))
                            .findFirst();
            if (charge.isEmpty()) {
                return Optional.of(
                        "charge: none (expected: one of that lot and amount that succeeded)");
            }
            return book.all().stream()
                    .filter(each -> charge.get().id().equals(each.charge()))
                    .filter(each -> !each.key().equals(key))
                    .filter(each -> each.status() != Charge.Status.DECLINED)
                    .findFirst()
                    .map(_ -> "charge: given back already (expected: one that is not)");
        }
    }
}
