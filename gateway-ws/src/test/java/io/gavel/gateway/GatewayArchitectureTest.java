package io.gavel.gateway;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.gavel.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class GatewayArchitectureTest {

    private static final String ROOT = "io.gavel.gateway";
    private static final JavaClasses CLASSES = ArchitectureRules.classesIn(ROOT);

    @Test
    void packages_do_not_need_each_other_in_a_circle() {
        ArchitectureRules.noPackageCycles(ROOT).check(CLASSES);
    }

    @Test
    void packages_are_called_after_features() {
        ArchitectureRules.noVaguePackages().check(CLASSES);
    }

    @Test
    void who_is_let_in_is_decided_without_clock_chance_or_framework() {
        ArchitectureRules.deterministic(ROOT + ".admission").check(CLASSES);
        ArchitectureRules.standOnContractsOnly(ROOT + ".admission").check(CLASSES);
    }

    @Test
    void what_is_refused_in_advance_is_decided_without_clock_chance_or_framework() {
        ArchitectureRules.deterministic(ROOT + ".advice").check(CLASSES);
        ArchitectureRules.standOnContractsOnly(ROOT + ".advice").check(CLASSES);
    }

    @Test
    void nobody_waits_on_an_event_loop() {
        ArchitectureRules.noBlocking().check(CLASSES);
    }
}
