package io.gavel.gateway.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.lot.AccountId;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.auth.Person;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class SuspensionsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Suspensions suspensions =
            new Suspensions(
                    Binder.get(new MockEnvironment().withProperty("gavel.bid.suspended", "2"))
                            .bindOrCreate("gavel", GatewayProperties.class),
                    meters);

    @Test
    void who_is_suspended_is_so_whatever_his_token_says_until_he_is_reinstated() {
        stands("eve", true, 1);
        stands("alice", false, 1);
        assertThat(suspended("eve")).isTrue();
        assertThat(suspended("alice")).isFalse();

        stands("eve", false, 2);
        assertThat(suspended("eve")).isFalse();
        assertThat(suspensions.noted(person("eve", true)).suspended()).isTrue();
    }

    @Test
    void no_more_are_kept_than_may_be_and_nobody_who_is_not_suspended() {
        for (String account : List.of("a", "b", "c", "d")) {
            stands(account, account.equals("a"), 1);
        }
        assertThat(meters.get("gavel.gateway.suspended").gauge().value()).isEqualTo(1);

        for (String account : List.of("b", "c", "d")) {
            stands(account, true, 2);
        }
        assertThat(meters.get("gavel.gateway.suspended").gauge().value()).isEqualTo(2);
        stands("a", true, 3);
        assertThat(suspended("a")).isTrue();
    }

    private void stands(String account, boolean suspended, int version) {
        suspensions.take(new BidderStanding(new AccountId(account), 3, suspended, version));
    }

    private boolean suspended(String account) {
        return suspensions.noted(person(account, false)).suspended();
    }

    private static Person person(String account, boolean suspended) {
        return new Person(
                new AccountId(account), List.of("BIDDER"), suspended, List.of(), Instant.MAX);
    }
}
