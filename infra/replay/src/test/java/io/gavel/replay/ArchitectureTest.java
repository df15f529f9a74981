package io.gavel.replay;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.gavel.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.gavel.replay", "io.gavel.verify");

    @Test
    void a_replay_knows_no_clock_and_no_chance() {
        ArchitectureRules.deterministic("io.gavel.replay", "io.gavel.verify").check(CLASSES);
    }

    /** Nothing else of bidding-service is at hand when the program runs. */
    @Test
    void only_the_pure_core_is_used_and_verify_stands_on_replay() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..",
                        "io.gavel.contracts..",
                        "io.gavel.bidding.auction",
                        "io.gavel.bidding.log",
                        "io.gavel.replay",
                        "io.gavel.verify")
                .check(CLASSES);
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("io.gavel.replay")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.gavel.verify")
                .check(CLASSES);
    }
}
