package io.gavel.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ContractsArchitectureTest {

    private static final JavaClasses CONTRACTS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.gavel.contracts");

    @Test
    void contractsDependOnJavaAndJacksonOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.gavel.contracts..",
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..")
                .check(CONTRACTS);
    }

    /** The words of the room stand below, the messages made of them above. */
    @Test
    void theWordsOfTheRoomKnowNoMessage() {
        classes()
                .that()
                .resideInAPackage("io.gavel.contracts.lot..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.gavel.contracts.lot..",
                        "java..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..")
                .check(CONTRACTS);
    }

    @Test
    void thePackagesHaveNoCycle() {
        slices().matching("io.gavel.contracts.(*)..").should().beFreeOfCycles().check(CONTRACTS);
    }
}
