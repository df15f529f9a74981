package io.gavel.settlement;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SettlementArchitectureTest {

    private static final JavaClasses SETTLEMENT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.gavel.settlement");

    private static final String PURE =
            "io\\.gavel\\.settlement\\..*\\."
                    + "(SaleDecider|Verdict|ClosedLot|LotNews|BidderNews|Required)(\\$.*)?";

    @Test
    void whatDecidesAndWhatIsDecidedUponArePure() {
        DescribedPredicate<JavaClass> pure =
                JavaClass.Predicates.resideInAnyPackage(
                                "java..", "io.gavel.contracts..", "org.jspecify..")
                        .or(nameMatching(PURE));

        classes()
                .that()
                .haveNameMatching(PURE)
                .should()
                .onlyDependOnClassesThat(pure)
                .check(SETTLEMENT);
    }

    @Test
    void thePackagesHaveNoCycle() {
        slices().matching("io.gavel.settlement.(*)..").should().beFreeOfCycles().check(SETTLEMENT);
    }

    @Test
    void nobodyReadsAClockThatWasNotHandedToHim() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(SETTLEMENT);
    }

    @Test
    void onlyListenersBlockAndOnTheirOwnThread() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Listener")
                .and()
                .doNotHaveSimpleName("DeadLetters")
                .should()
                .callMethod(Mono.class, "block")
                .orShould()
                .callMethod(Mono.class, "block", Duration.class)
                .orShould()
                .callMethod(Flux.class, "blockLast")
                .check(SETTLEMENT);
    }
}
