package uk.carecontracts.stack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An invented provider.
 *
 * @param key its name within the demo
 * @param legalName invented name
 * @param kind kind of organisation as the API names it
 * @param size size as the API names it
 * @param companyNumber invented number outside the ranges in use, or empty
 * @param charityNumber invented number outside the ranges in use, or empty
 * @param cqcProvider invented provider id of the regulator, or empty
 * @param ultimateOwner invented group, or empty
 * @param areas short names of the councils it works for
 * @param services codes of the services it offers
 * @param trend how its performance goes
 */
record DemoProvider(
    String key,
    String legalName,
    String kind,
    String size,
    String companyNumber,
    String charityNumber,
    String cqcProvider,
    String ultimateOwner,
    List<String> areas,
    List<String> services,
    Trend trend) {

  private static final Set<String> VCSE_KINDS = Set.of("CHARITY", "CIC", "MUTUAL");

  /** Voluntary, community or social enterprise. */
  boolean vcse() {
    return VCSE_KINDS.contains(kind);
  }

  /** Small or medium-sized. */
  boolean sme() {
    return !size.equals("LARGE");
  }

  /** A council's own service. */
  boolean inHouse() {
    return kind.equals("LOCAL_AUTHORITY");
  }

  /** Its identifiers, the one to find it by first. */
  List<Map<String, String>> identifiers() {
    List<Map<String, String>> held = new ArrayList<>();
    add(held, "GB-COH", companyNumber);
    add(held, "GB-CHC", charityNumber);
    add(held, "CQC-PROVIDER", cqcProvider);
    return List.copyOf(held);
  }

  /** The identifier to find it by, as {@code scheme:id}. */
  String naturalKey() {
    Map<String, String> first = identifiers().get(0);
    return first.get("scheme") + ":" + first.get("id");
  }

  private static void add(List<Map<String, String>> held, String scheme, String id) {
    if (!id.isEmpty()) {
      held.add(Map.of("scheme", scheme, "id", id));
    }
  }
}
