package uk.carecontracts.stack.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * An invented provider with one registered service.
 *
 * @param number its place in the list, which decides everything else about it
 * @param name its legal name
 */
record DemoProvider(int number, String name) {

  private static final List<String> PLACES =
      List.of(
          "Alder Vale",
          "Brindle Hill",
          "Copperfield",
          "Danes Moor",
          "Eastbeck",
          "Fernlea",
          "Gorse Bank",
          "Hazelmere Bridge",
          "Ivy Lane",
          "Juniper Court",
          "Kestrel Rise",
          "Larkfield");
  private static final List<String> ENDINGS =
      List.of("Homecare Limited", "Care Homes Limited", "Support Community Interest Company");
  private static final List<String> CARE_TYPES =
      List.of("HOMECARE", "RESIDENTIAL_HOME", "SUPPORTED_LIVING");
  private static final List<String> SIZES = List.of("SMALL", "MEDIUM", "MICRO");

  /** Three dozen providers. */
  static final List<DemoProvider> ALL = all();

  private static List<DemoProvider> all() {
    List<DemoProvider> providers = new ArrayList<>();
    for (String ending : ENDINGS) {
      for (String place : PLACES) {
        providers.add(new DemoProvider(providers.size(), place + " " + ending));
      }
    }
    return List.copyOf(providers);
  }

  private int kind() {
    return number / PLACES.size();
  }

  boolean voluntary() {
    return kind() == 2;
  }

  String kindCode() {
    return voluntary() ? "CIC" : "COMPANY";
  }

  String size() {
    return SIZES.get(number % SIZES.size());
  }

  String careType() {
    return CARE_TYPES.get(kind());
  }

  String branch() {
    return PLACES.get(number % PLACES.size()) + (kind() == 1 ? " House" : " Branch");
  }

  DemoCouncil home() {
    return DemoCouncil.ALL.get(number % DemoCouncil.ALL.size());
  }

  /** The ratings over time, oldest first: most are good, a few rise, a few fall. */
  List<String> ratings() {
    return switch (number % 9) {
      case 0 -> List.of("GOOD", "OUTSTANDING");
      case 4 -> List.of("GOOD", "REQUIRES_IMPROVEMENT");
      case 7 -> List.of("REQUIRES_IMPROVEMENT", "INADEQUATE");
      case 8 -> List.of("REQUIRES_IMPROVEMENT", "GOOD");
      default -> List.of("GOOD");
    };
  }
}
