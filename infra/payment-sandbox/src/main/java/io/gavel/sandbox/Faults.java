package io.gavel.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is to go wrong next: what was ordered, else what the payer's name says. */
final class Faults {

    /** The most orders of one call, and the most that wait. */
    static final int MOST = 1_000;

    private final Deque<Fault> onCharge = new ArrayDeque<>();
    private final Deque<Fault> onFind = new ArrayDeque<>();
    private final Deque<Fault> onRefund = new ArrayDeque<>();
    private final Set<String> metBefore = new HashSet<>();

    /** The next requests that charge meet this fault, whoever pays. */
    synchronized void order(Operation operation, Fault fault, int times) {
        Deque<Fault> orders = orders(operation);
        for (int i = 0; i < times && orders.size() < MOST; i++) {
            orders.add(fault);
        }
    }

    synchronized void clear() {
        onCharge.clear();
        onFind.clear();
        onRefund.clear();
    }

    synchronized Fault ofFind() {
        return Optional.ofNullable(onFind.poll()).orElse(Fault.NONE);
    }

    /** What is not about the charge itself meets only the first request of a key. */
    synchronized Fault ofCharge(String key, String payer) {
        Fault ordered = onCharge.poll();
        if (ordered != null) {
            return ordered;
        }
        Fault named = Fault.of(payer).orElse(Fault.NONE);
        return named.isLasting() || metBefore.add(key) ? named : Fault.NONE;
    }

    /** Nobody's name makes a refund go wrong: it was hard enough to charge him. */
    synchronized Fault ofRefund() {
        return Optional.ofNullable(onRefund.poll()).orElse(Fault.NONE);
    }

    private Deque<Fault> orders(Operation operation) {
        return switch (operation) {
            case CHARGE -> onCharge;
            case FIND -> onFind;
            case REFUND -> onRefund;
        };
    }

    /** Which requests a fault is ordered for. */
    enum Operation {
        CHARGE,
        FIND,
        REFUND
    }
}
