package io.gavel.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rules that each module's architecture test checks on its own classes. A rule about a package or
 * class that does not exist fails.
 *
 * <pre>{@code
 * JavaClasses classes = ArchitectureRules.classesIn("io.gavel.bidding");
 * ArchitectureRules.deterministic("io.gavel.bidding.auction").check(classes);
 * }</pre>
 */
public final class ArchitectureRules {
    private static final String[] FOUNDATIONS = {
        "java..", "io.gavel.contracts..", "org.jspecify.."
    };

    private static final Set<String> BLOCKING =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream");
    private static final Set<String> CHANCE =
            Set.of(
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.security.SecureRandom");
    private static final List<String> VAGUE =
            List.of(
                    "service", "impl", "util", "utils", "common", "config", "helper", "helpers",
                    "manager", "misc", "data");

    private ArchitectureRules() {}

    /** The module's own classes below the package, without its tests. */
    public static JavaClasses classesIn(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
    }

    /** The packages below the root do not need each other in a circle. */
    public static ArchRule noPackageCycles(String rootPackage) {
        return slices().matching(rootPackage + ".(**)").should().beFreeOfCycles();
    }

    /**
     * The packages know no clock and no chance: no {@code now()}, no system time, no random numbers
     * or ids.
     */
    public static ArchRule deterministic(String... corePackages) {
        return each(
                corePackages,
                core ->
                        noClasses()
                                .that(resideInAPackage(core))
                                .should()
                                .accessTargetWhere(
                                        describe(
                                                "reads a clock or draws by chance",
                                                ArchitectureRules::isChance))
                                .because("time, ids and chance are arguments of a core"));
    }

    /** The packages use {@code java}, the contracts, JSpecify and each other, and nothing else. */
    public static ArchRule standOnContractsOnly(String... corePackages) {
        String[] allowed =
                Stream.concat(Arrays.stream(FOUNDATIONS), Arrays.stream(corePackages))
                        .toArray(String[]::new);
        return each(
                corePackages,
                core ->
                        classes()
                                .that(resideInAPackage(core))
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(allowed)
                                .because("a core is a function; edges do the rest"));
    }

    /**
     * The types that are called so stand on Java, the contracts and each other, wherever they are.
     *
     * @param names a regular expression that a type's whole name matches
     */
    public static ArchRule namedStandOnContractsOnly(String names) {
        return classes()
                .that()
                .haveNameMatching(names)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(FOUNDATIONS).or(nameMatching(names)));
    }

    /**
     * No class waits on a Mono or Flux, except those named.
     *
     * @param allowed full class names, e.g. of a Kafka listener that blocks its own thread
     */
    public static ArchRule noBlocking(String... allowed) {
        Set<String> names = Set.of(allowed);
        DescribedPredicate<JavaClass> others =
                describe("are not allowed to block", type -> !names.contains(outermost(type)));
        return each(
                allowed,
                name ->
                        classes()
                                .that()
                                .haveFullyQualifiedName(name)
                                .should()
                                .haveFullyQualifiedName(name),
                noClasses()
                        .that(others)
                        .should()
                        .accessTargetWhere(
                                describe("waits on a Mono or Flux", ArchitectureRules::isBlocking))
                        .because("a blocked event loop stops every connection on it"));
    }

    /**
     * Packages are called after features: no service, impl, util, common, config, helper, manager,
     * misc or data.
     */
    public static ArchRule noVaguePackages() {
        String[] vague = VAGUE.stream().map(name -> ".." + name + "..").toArray(String[]::new);
        return noClasses()
                .should()
                .resideInAnyPackage(vague)
                .because("a package is called after its feature");
    }

    private static ArchRule each(
            String[] names, Function<String, ArchRule> rule, ArchRule... more) {
        Collection<ArchRule> rules =
                Stream.concat(Arrays.stream(names).map(rule), Arrays.stream(more)).toList();
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("no package (expected: at least one)");
        }
        return CompositeArchRule.of(rules);
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass()
                .map(ArchitectureRules::outermost)
                .orElse(type.getFullName());
    }

    private static boolean isBlocking(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().equals("reactor.core.publisher")
                && BLOCKING.contains(access.getName());
    }

    private static boolean isChance(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            case "random" -> owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
            case "randomUUID" -> owner.equals("java.util.UUID");
            case "system", "systemUTC", "systemDefaultZone" -> owner.equals("java.time.Clock");
            default -> CHANCE.contains(owner);
        };
    }
}
