package io.gavel.bidding;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.gavel.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = ArchitectureRules.classesIn("io.gavel.bidding");

    @Test
    void the_core_stands_on_contracts_only_and_knows_no_clock_and_no_chance() {
        String[] core = {"io.gavel.bidding.auction", "io.gavel.bidding.log"};
        ArchitectureRules.standOnContractsOnly(core).check(CLASSES);
        ArchitectureRules.deterministic(core).check(CLASSES);
    }

    @Test
    void packages_are_features_without_cycles() {
        ArchitectureRules.noPackageCycles("io.gavel.bidding").check(CLASSES);
        ArchitectureRules.noVaguePackages().check(CLASSES);
    }

    @Test
    void only_the_batch_writer_waits_for_the_database() {
        ArchitectureRules.noBlocking("io.gavel.bidding.batch.DatabaseWait").check(CLASSES);
    }
}
