package io.gavel.settlement;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.gavel.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class SettlementArchitectureTest {

    private static final String ROOT = "io.gavel.settlement";
    private static final JavaClasses SETTLEMENT = ArchitectureRules.classesIn(ROOT);
    private static final String PURE =
            "io\\.gavel\\.settlement\\..*\\."
                    + "(SaleDecider|Verdict|ClosedLot|LotNews|BidderNews|Required)(\\$.*)?";

    @Test
    void whatDecidesAndWhatIsDecidedUponArePure() {
        classes()
                .that()
                .haveNameMatching(PURE)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "io.gavel.contracts..", "org.jspecify..")
                                .or(nameMatching(PURE)))
                .check(SETTLEMENT);
    }

    @Test
    void nobodyReadsAClockThatWasNotHandedToHim() {
        ArchitectureRules.deterministic(
                        ROOT + ".bidders",
                        ROOT + ".database",
                        ROOT + ".records",
                        ROOT + ".rounds",
                        ROOT + ".sale")
                .check(SETTLEMENT);
    }

    @Test
    void onlyListenersWaitAndOnTheirOwnThread() {
        ArchitectureRules.noBlocking(
                        ROOT + ".bidders.DecisionsListener",
                        ROOT + ".closing.LotEventsListener",
                        ROOT + ".records.DeadLetters")
                .check(SETTLEMENT);
    }

    @Test
    void thePackagesHaveNoCycleAndAreCalledAfterFeatures() {
        ArchitectureRules.noPackageCycles(ROOT).check(SETTLEMENT);
        ArchitectureRules.noVaguePackages().check(SETTLEMENT);
    }
}
