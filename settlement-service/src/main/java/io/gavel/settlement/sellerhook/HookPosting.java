package io.gavel.settlement.sellerhook;

import io.gavel.settings.RefusedSettings;
import io.gavel.settlement.egress.CheckedAddresses;
import io.gavel.settlement.egress.Names;
import io.gavel.settlement.egress.Networks;
import io.gavel.settlement.outbox.Outbox;
import io.gavel.settlement.outbox.Transport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How endpoints are reached. */
@Configuration(proxyBeanMethods = false)
class HookPosting {

    private static final int LOOK_UPS = 16;
    private static final int MOST_THAT_WAIT = 1_000;
    private static final int IDLE_SECONDS = 60;

    /** Looking up a name blocks a thread. */
    @Bean(destroyMethod = "dispose")
    Scheduler hookNames() {
        return Schedulers.newBoundedElastic(
                LOOK_UPS, MOST_THAT_WAIT, "hook-names", IDLE_SECONDS, true);
    }

    @Bean
    CheckedAddresses hookAddresses(SellerHookProperties properties, Scheduler hookNames) {
        return new CheckedAddresses(
                Names.ofThisMachine(),
                RefusedSettings.unless(
                        "gavel.webhook.permitted-networks",
                        () -> new Networks(properties.permittedNetworks())),
                hookNames);
    }

    @Bean
    Transport hookTransport(
            SellerHooks hooks,
            HookSecrets secrets,
            CheckedAddresses addresses,
            Outbox outbox,
            SellerHookProperties properties) {
        HookClient client =
                new HookClient(addresses, properties.connectLimit(), properties.answerLimit());
        return new HookTransport(hooks, secrets, client, outbox, properties);
    }
}
