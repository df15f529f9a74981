package io.gavel.gateway.suspension;

import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.lot.AccountId;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.auth.Person;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The accounts that are suspended, and no others, so that few are kept. It decides nothing: that
 * one is suspended is noted with his bid, and the lot's log refuses it.
 */
@Component
public class Suspensions {

    private static final Logger LOG = LoggerFactory.getLogger(Suspensions.class);

    private final Set<AccountId> suspended = ConcurrentHashMap.newKeySet();
    private final int most;

    Suspensions(GatewayProperties properties, MeterRegistry meters) {
        this.most = properties.bid().suspended();
        Gauge.builder("gavel.gateway.suspended", suspended, Set::size)
                .description("Accounts that are suspended")
                .register(meters);
    }

    /** Takes in how somebody stands; the newest comes last. For one thread. */
    void take(BidderStanding standing) {
        if (!standing.suspended()) {
            suspended.remove(standing.account());
        } else if (suspended.size() < most || suspended.contains(standing.account())) {
            suspended.add(standing.account());
        } else {
            LOG.error("a suspension is not kept: {} are already (gavel.bid.suspended)", most);
        }
    }

    /** Him, suspended if either his token or the house says so. */
    public Person noted(Person person) {
        return suspended.contains(person.account()) ? person.asSuspended() : person;
    }
}
