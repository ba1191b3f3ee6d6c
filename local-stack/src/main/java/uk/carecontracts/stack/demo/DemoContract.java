package uk.carecontracts.stack.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An invented contract; its number decides everything about it, so that the data are the same every
 * time.
 *
 * @param number 0 to 99
 */
record DemoContract(int number) {

  /** How far a contract has come. */
  enum Stage {
    DRAFT,
    TENDER,
    AWARDED,
    ACTIVE,
    TERMINATED
  }

  private record Service(String code, String title, String clientGroup) {}

  private static final List<String> TYPES =
      List.of(
          "BLOCK", "SPOT", "FRAMEWORK", "CALL_OFF", "SLA", "DYNAMIC_MARKET", "GRANT", "ALLIANCE");

  private static final List<Service> SERVICES =
      List.of(
          new Service("HOMECARE", "Care and support at home", "OLDER_PEOPLE"),
          new Service("RESIDENTIAL_CARE", "Residential care", "OLDER_PEOPLE"),
          new Service("SUPPORTED_LIVING", "Supported living", "LEARNING_DISABILITIES"),
          new Service("REABLEMENT", "Reablement after hospital", "OLDER_PEOPLE"),
          new Service("EXTRA_CARE", "Extra care housing support", "OLDER_PEOPLE"),
          new Service("DAY_OPPORTUNITIES", "Day opportunities", "LEARNING_DISABILITIES"),
          new Service("CARERS_SUPPORT", "Support for unpaid carers", "CARERS"),
          new Service("ADVOCACY", "Independent advocacy", "MENTAL_HEALTH"),
          new Service("NURSING_CARE", "Nursing care", "DEMENTIA"));

  private static final int SMALLEST = 24_000;
  private static final int STEP = 37_500;

  /** A hundred contracts. */
  static final List<DemoContract> ALL =
      IntStream.range(0, 100).mapToObj(DemoContract::new).toList();

  DemoCouncil council() {
    return DemoCouncil.ALL.get(number % DemoCouncil.ALL.size());
  }

  String reference() {
    return String.format("%s-DEMO-%03d", council().prefix(), number + 1);
  }

  String type() {
    return TYPES.get(number / DemoCouncil.ALL.size() % TYPES.size());
  }

  private Service service() {
    return SERVICES.get(number % SERVICES.size());
  }

  String serviceType() {
    return service().code();
  }

  String clientGroup() {
    return service().clientGroup();
  }

  String title() {
    return service().title() + ", lot " + (number / SERVICES.size() + 1);
  }

  String procedure() {
    return switch (type()) {
      case "CALL_OFF" -> "FRAMEWORK_CALL_OFF";
      case "SPOT" -> "QUOTATION";
      case "SLA", "GRANT" -> "DIRECT_AWARD";
      default -> number % 3 == 0 ? "COMPETITIVE_FLEXIBLE" : "OPEN";
    };
  }

  String regime() {
    return type().equals("GRANT") ? "GRANT" : "LIGHT_TOUCH";
  }

  boolean tendered() {
    return List.of("OPEN", "COMPETITIVE_FLEXIBLE").contains(procedure());
  }

  /** The same mixture in every council. */
  Stage stage() {
    return switch (number / DemoCouncil.ALL.size()) {
      case 3, 11 -> Stage.DRAFT;
      case 13, 18 -> Stage.TENDER;
      case 9 -> Stage.AWARDED;
      case 20 -> Stage.TERMINATED;
      default -> Stage.ACTIVE;
    };
  }

  /** Lead supplier first; an alliance has three. */
  List<DemoProvider> suppliers() {
    int count = type().equals("ALLIANCE") ? 3 : 1;
    return IntStream.range(0, count)
        .map(place -> (number * 7 + place * 5) % DemoProvider.ALL.size())
        .mapToObj(DemoProvider.ALL::get)
        .toList();
  }

  BigDecimal annualValue() {
    return BigDecimal.valueOf(SMALLEST + (long) STEP * (number * 13 % 29)).setScale(2);
  }

  int years() {
    return 3 + number % 3;
  }

  BigDecimal totalValue() {
    return annualValue().multiply(BigDecimal.valueOf(years()));
  }

  /**
   * Running contracts began two years ago, on the first of a quarter; the others begin in the next
   * one.
   */
  LocalDate start(LocalDate today) {
    LocalDate quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
    return stage() == Stage.ACTIVE || stage() == Stage.TERMINATED
        ? quarter.minusYears(2)
        : quarter.plusMonths(3);
  }

  LocalDate end(LocalDate today) {
    return start(today).plusYears(years()).minusDays(1);
  }

  /**
   * How a period went, as a share of the target between 0.7 and 1.1: some contracts are steadily
   * good, some improve, some get worse.
   */
  double performance(int period, int indicator) {
    double trend =
        switch (number % 5) {
          case 0 -> 1.04;
          case 1 -> 0.86 + 0.025 * period;
          case 2 -> 1.03 - 0.030 * period;
          default -> 0.99;
        };
    double wobble = ((number * 31 + period * 17 + indicator * 11) % 9 - 4) / 100.0;
    return Math.max(0.70, Math.min(1.10, trend + wobble));
  }
}
