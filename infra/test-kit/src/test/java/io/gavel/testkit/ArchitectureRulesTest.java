package io.gavel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.gavel.testkit.fixture.core.Decides;
import io.gavel.testkit.fixture.core.Impure;
import io.gavel.testkit.fixture.cyclic.bids.Bid;
import io.gavel.testkit.fixture.cyclic.lots.Lot;
import io.gavel.testkit.fixture.reactive.Chains;
import io.gavel.testkit.fixture.reactive.Waits;
import io.gavel.testkit.fixture.util.Things;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule, seen green on what keeps it and red on what breaks it. */
class ArchitectureRulesTest {
    private static final String FIXTURE = "io.gavel.testkit.fixture";
    private static final String CORE = FIXTURE + ".core";

    @Test
    void packagesThatNeedEachOtherAreFound() {
        ArchRule rule = ArchitectureRules.noPackageCycles(FIXTURE + ".cyclic");
        assertRed(rule, Bid.class, Lot.class);
        assertGreen(ArchitectureRules.noPackageCycles(FIXTURE), Decides.class, Chains.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Impure.ReadsTheClock.class,
                Impure.HandsOnTheClock.class,
                Impure.AsksTheSystem.class,
                Impure.DrawsLots.class,
                Impure.Seeds.class,
                Impure.MakesIds.class
            })
    void aCoreThatReadsAClockOrDrawsByChanceIsFound(Class<?> impure) {
        assertRed(ArchitectureRules.deterministic(CORE), impure);
    }

    @Test
    void aCoreThatTakesTimeAsAnArgumentIsDeterministic() {
        assertGreen(ArchitectureRules.deterministic(CORE), Decides.class);
    }

    @Test
    void aCoreThatUsesAFrameworkIsFound() {
        assertRed(ArchitectureRules.standOnContractsOnly(FIXTURE + ".reactive"), Chains.class);
        assertGreen(
                ArchitectureRules.standOnContractsOnly(CORE), Decides.class, Decides.Outcome.class);
    }

    @Test
    void aTypeOfTheCoreThatUsesAFrameworkIsFoundByItsName() {
        assertRed(ArchitectureRules.namedStandOnContractsOnly(".*\\.Chains"), Chains.class);
        assertGreen(
                ArchitectureRules.namedStandOnContractsOnly(".*\\.Decides.*"),
                Decides.class,
                Decides.Outcome.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {Waits.OnOne.class, Waits.OnTheFirst.class, Waits.OnTheLast.class})
    void aClassThatBlocksIsFoundUnlessItIsAllowedTo(Class<?> blocking) {
        assertRed(ArchitectureRules.noBlocking(), blocking);
        assertGreen(
                ArchitectureRules.noBlocking(Waits.class.getName()),
                Waits.class,
                blocking,
                Chains.class);
        assertGreen(ArchitectureRules.noBlocking(), Chains.class);
    }

    @Test
    void aVaguePackageIsFound() {
        assertRed(ArchitectureRules.noVaguePackages(), Things.class);
        assertGreen(ArchitectureRules.noVaguePackages(), Decides.class);
    }

    @Test
    void aRuleAboutNothingIsRed() {
        String missing = FIXTURE + ".missing";
        assertRed(ArchitectureRules.noPackageCycles(missing), Decides.class);
        assertRed(ArchitectureRules.deterministic(CORE, missing), Decides.class);
        assertRed(ArchitectureRules.standOnContractsOnly(CORE, missing), Decides.class);
        assertRed(ArchitectureRules.noBlocking(missing + ".Listener"), Chains.class);
        assertRed(ArchitectureRules.noBlocking());
        assertRed(ArchitectureRules.noVaguePackages());
        assertThatThrownBy(() -> ArchitectureRules.deterministic())
                .hasMessageContaining("at least one");
    }

    @Test
    void testsAreNotAmongAModulesClasses() {
        assertThat(ArchitectureRules.classesIn("io.gavel.testkit").contain(Servers.class)).isTrue();
        assertThat(ArchitectureRules.classesIn("io.gavel.testkit").contain(Decides.class))
                .isFalse();
    }

    private static void assertRed(ArchRule rule, Class<?>... types) {
        assertThatThrownBy(() -> rule.check(imported(types))).isInstanceOf(AssertionError.class);
    }

    private static void assertGreen(ArchRule rule, Class<?>... types) {
        assertThatCode(() -> rule.check(imported(types))).doesNotThrowAnyException();
    }

    private static JavaClasses imported(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }
}
