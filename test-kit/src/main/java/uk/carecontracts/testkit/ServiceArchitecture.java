package uk.carecontracts.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of the house that a compiler does not check. In a service: {@code
 * ServiceArchitecture.check("uk.carecontracts.contracts")}.
 *
 * <p>Each rule is proven red once, by a small class in this module's tests that breaks it.
 */
public final class ServiceArchitecture {

  private static final String ROOT = "uk.carecontracts.";
  private static final Pattern INTERNAL = Pattern.compile(".*(Resource|Repository|Consumer)");
  private static final Pattern HTTP = Pattern.compile(".*(Resource|Mapper|Filter)");
  private static final Pattern MONEY = Pattern.compile("(?i).*(money|price|value|amount).*");
  private static final Set<String> BINARY_FRACTIONS =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  private ServiceArchitecture() {}

  /**
   * Checks every rule on the production classes below a package.
   *
   * @param rootPackage for instance {@code uk.carecontracts.contracts}
   */
  public static void check(String rootPackage) {
    JavaClasses classes = productionClasses(rootPackage);
    rules(rootPackage).forEach(rule -> rule.check(classes));
  }

  /** Checks that the kit knows no service, and what holds for all code. */
  public static void checkKit() {
    JavaClasses classes = productionClasses(ROOT + "kit");
    kitKnowsNoService().check(classes);
    timeComesFromAClock().check(classes);
    noDateClass().check(classes);
    moneyIsNeverABinaryFraction().check(classes);
  }

  /** Every rule of a service. */
  public static List<ArchRule> rules(String rootPackage) {
    return List.of(
        internalsStayInTheirFeature(rootPackage),
        httpStaysAtTheEdge(),
        entityManagerStaysInRepositories(),
        timeComesFromAClock(),
        noDateClass(),
        moneyIsNeverABinaryFraction());
  }

  /** The production classes below a package. */
  public static JavaClasses productionClasses(String rootPackage) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(rootPackage);
  }

  /**
   * A feature is the first package below the root: its resources, repositories and consumers are
   * its own.
   */
  public static ArchRule internalsStayInTheirFeature(String rootPackage) {
    return noClasses()
        .that(resideInAPackage(rootPackage + ".."))
        .should(useInternalsOfAnotherFeature(rootPackage))
        .because(
            "a feature shows others its aggregate and services, never how it stores or serves");
  }

  /** The kit is a library of mechanisms. */
  public static ArchRule kitKnowsNoService() {
    return noClasses()
        .that()
        .resideInAPackage("..kit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "contracts..", ROOT + "providers..", ROOT + "monitoring..", ROOT + "gateway..")
        .because("the moment the kit knows what a contract is, it is in the wrong place");
  }

  /** Domain code does not know that it is called through HTTP. */
  public static ArchRule httpStaysAtTheEdge() {
    return noClasses()
        .that(outermostNameDoesNotMatch(HTTP))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .because("only resources, mappers and filters speak HTTP");
  }

  /** Only repositories hold an EntityManager. */
  public static ArchRule entityManagerStaysInRepositories() {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameNotEndingWith("Repository")
        .should()
        .haveRawType("jakarta.persistence.EntityManager")
        .because("queries live in one place per feature");
  }

  /** {@code now()} without a clock cannot be tested on the 29th of February. */
  public static ArchRule timeComesFromAClock() {
    return noClasses()
        .should()
        .callMethodWhere(
            describe("now() of java.time without a Clock", ServiceArchitecture::isNowWithoutClock))
        .because("time comes from the injected Clock");
  }

  /** Dates are java.time's. */
  public static ArchRule noDateClass() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Date")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Calendar")
        .because("contracts live in LocalDate days, instants are UTC");
  }

  /** Money is a BigDecimal. */
  public static ArchRule moneyIsNeverABinaryFraction() {
    return noFields()
        .should(beABinaryFractionNamedLikeMoney())
        .because("0.1 + 0.2 is not 0.3 in a double");
  }

  /**
   * Features build a tree: none needs itself through others. Not among {@link #rules}: call it
   * where it holds.
   */
  public static ArchRule featuresAreFreeOfCycles(String rootPackage) {
    return slices().matching(rootPackage + ".(*)..").should().beFreeOfCycles();
  }

  private static ArchCondition<JavaClass> useInternalsOfAnotherFeature(String rootPackage) {
    return new ArchCondition<>("use a resource, repository or consumer of another feature") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        origin.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isInternal(dependency.getTargetClass(), rootPackage))
            .filter(
                dependency ->
                    !feature(origin, rootPackage)
                        .equals(feature(dependency.getTargetClass(), rootPackage)))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.satisfied(origin, dependency.getDescription())));
      }
    };
  }

  private static boolean isInternal(JavaClass target, String rootPackage) {
    return target.getPackageName().startsWith(rootPackage + ".")
        && INTERNAL.matcher(outermost(target).getSimpleName()).matches();
  }

  private static String feature(JavaClass javaClass, String rootPackage) {
    String below = javaClass.getPackageName().substring(rootPackage.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }

  private static DescribedPredicate<JavaClass> outermostNameDoesNotMatch(Pattern names) {
    return describe(
        "are not named " + names.pattern(),
        javaClass -> !names.matcher(outermost(javaClass).getSimpleName()).matches());
  }

  private static JavaClass outermost(JavaClass javaClass) {
    return javaClass.getEnclosingClass().map(ServiceArchitecture::outermost).orElse(javaClass);
  }

  private static boolean isNowWithoutClock(JavaMethodCall call) {
    MethodCallTarget target = call.getTarget();
    return target.getName().equals("now")
        && target.getOwner().getPackageName().equals("java.time")
        && target.getRawParameterTypes().stream()
            .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
  }

  private static ArchCondition<JavaField> beABinaryFractionNamedLikeMoney() {
    return new ArchCondition<>("be a double or float in something named like money") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean named =
            MONEY.matcher(field.getName()).matches()
                || MONEY.matcher(field.getOwner().getSimpleName()).matches();
        if (named && BINARY_FRACTIONS.contains(field.getRawType().getName())) {
          events.add(SimpleConditionEvent.satisfied(field, field.getDescription()));
        }
      }
    };
  }
}
