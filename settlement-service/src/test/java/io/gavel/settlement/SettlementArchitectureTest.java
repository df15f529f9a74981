package io.gavel.settlement;

import static com.tngtech.archunit.base.DescribedPredicate.not;
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
                + "(LotNews|BidderNews|Required|RetrySchedule|outbox\\.Message|Told|Draft|TargetUrl)"
                + "(\\$.*)?";

    /** They know the template engine and the PDF library. */
    private static final String EDGES_OF_DOCUMENTS =
            "io\\.gavel\\.settlement\\.document\\.(HtmlPaper|PdfPaper)(\\$.*)?";

    @Test
    void whatDecidesAndWhatIsDecidedUponArePure() {
        ArchitectureRules.namedStandOnContractsOnly(PURE).check(SETTLEMENT);
    }

    @Test
    void theSaleItsMoneyAndItsLedgerKnowNoFramework() {
        String[] core = {ROOT + ".money", ROOT + ".sale", ROOT + ".ledger", ROOT + ".document"};
        classes()
                .that()
                .resideInAnyPackage(core)
                .and(not(nameMatching(EDGES_OF_DOCUMENTS)))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(core)
                                .or(
                                        resideInAnyPackage(
                                                "java..",
                                                "io.gavel.contracts..",
                                                "org.jspecify..",
                                                "org.joda.money")))
                .check(SETTLEMENT);
        ArchitectureRules.deterministic(core).check(SETTLEMENT);
    }

    @Test
    void nobodyReadsAClockThatWasNotHandedToHim() {
        ArchitectureRules.deterministic(
                        ROOT + ".bidders",
                        ROOT + ".database",
                        ROOT + ".egress",
                        ROOT + ".mail",
                        ROOT + ".records",
                        ROOT + ".rounds",
                        ROOT + ".sale",
                        ROOT + ".salebook",
                        ROOT + ".telling")
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
