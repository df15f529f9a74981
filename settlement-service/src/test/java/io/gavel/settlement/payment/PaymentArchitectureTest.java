package io.gavel.settlement.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.gavel.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class PaymentArchitectureTest {

    private static final String ROOT = "io.gavel.settlement.payment";
    private static final JavaClasses PAYMENT = ArchitectureRules.classesIn(ROOT);
    private static final String PURE =
            "(\\[L)?io\\.gavel\\.settlement\\.payment\\..*"
                + "(PaymentKey|Request|PaymentRequest|RefundRequest|Sum|Finding|Outcome|LookDecider|Next"
                + "|collecting\\.Payment|StripeAmounts)(\\$.*)?";

    @Test
    void whatDecidesAndWhatIsDecidedUponArePure() {
        ArchitectureRules.namedStandOnContractsOnly(PURE).check(PAYMENT);
    }

    @Test
    void nobodyReadsAClockThatWasNotHandedToHim() {
        ArchitectureRules.deterministic(
                        ROOT,
                        ROOT + ".chosen",
                        ROOT + ".collecting",
                        ROOT + ".guard",
                        ROOT + ".sandbox",
                        ROOT + ".stripe",
                        ROOT + ".webhook")
                .check(PAYMENT);
    }

    @Test
    void onlyThePackageOfAProviderKnowsItsLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".stripe")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.stripe..")
                .check(PAYMENT);
    }
}
