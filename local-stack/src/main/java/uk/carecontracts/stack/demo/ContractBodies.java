package uk.carecontracts.stack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is sent about a contract: its terms as a draft and the bodies of its later steps. */
final class ContractBodies {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ContractBodies() {}

  /** A draft as entered, before anybody is chosen. */
  static Map<String, Object> draft(DemoContract contract) {
    DemoService service = contract.service();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("reference", contract.reference());
    body.put("title", contract.title());
    body.put("description", description(contract));
    body.put("directorate", contract.authority().directorate());
    body.put("department", contract.authority().department());
    body.put("buyerName", contract.authority().name());
    body.put("type", contract.line().type());
    body.put("regime", contract.line().regime());
    body.put("procedure", contract.line().procedure());
    body.put("categories", Map.of("proclass", service.proclass(), "cpv", List.of(service.cpv())));
    body.put("serviceType", service.serviceType());
    body.put("clientGroups", service.clientGroups());
    body.put("area", contract.area());
    body.put("lots", lots(contract));
    body.put("values", values(contract));
    body.put("dates", dates(contract.dates()));
    body.put(
        "documents",
        List.of(
            Map.of(
                "title", "Service specification",
                "type", "specification",
                "documentVersion", "1.0",
                "url",
                    "https://documents.example/"
                        + contract.reference().toLowerCase(java.util.Locale.ROOT))));
    body.put(
        "socialValue",
        List.of(Map.of("measure", service.socialValue(), "target", 5, "unit", "each year")));
    body.put("minimumStandards", service.standards());
    body.put("outcomes", service.outcomes());
    body.put("competed", contract.line().tendered());
    return body;
  }

  /** The decision for the suppliers. */
  static Map<String, Object> award(DemoContract contract, Map<String, UUID> providers) {
    List<Map<String, Object>> suppliers = new ArrayList<>();
    for (int i = 0; i < contract.suppliers().size(); i++) {
      suppliers.add(party(contract, i, providers));
    }
    return Map.of(
        "suppliers", suppliers,
        "awardDate", contract.dates().award().toString(),
        "signatureDate", contract.dates().signature().toString());
  }

  /** The end of a contract before its time. */
  static Map<String, Object> termination(DemoContract contract) {
    return Map.of(
        "date",
        contract.dates().ending().toString(),
        "reason",
        "The provider handed the service back; people moved by agreement.");
  }

  /** Giving up a tender. */
  static Map<String, Object> cancellation(DemoContract contract) {
    return Map.of(
        "date",
        contract.dates().award().toString(),
        "reason",
        "Too few tenders met the quality threshold; the service is redesigned.");
  }

  /** The plan by which a service was wound down. */
  static Map<String, Object> decommissioning(DemoContract contract) {
    LocalDate lastDay = contract.dates().ending();
    return Map.of(
        "plan",
        Map.of(
            "peopleAffected",
            38,
            "alternatives",
            "Each person chose a community group, a direct payment or shared lives.",
            "noticeGiven",
            lastDay.minusMonths(contract.dates().noticeMonths()).toString(),
            "lastDay",
            lastDay.toString()),
        "reason",
        "Fewer people choose a building-based service.");
  }

  private static String description(DemoContract contract) {
    String text = contract.service().description() + " Invented demonstration data.";
    return contract.line().type().equals("CALL_OFF")
        ? text + " Called off under the council's agreement for this service."
        : text;
  }

  private static List<Map<String, Object>> lots(DemoContract contract) {
    if (!contract.line().promisesTermsOnly()) {
      return List.of();
    }
    List<Map<String, Object>> lots = new ArrayList<>();
    for (String zone : contract.authority().zones()) {
      lots.add(Map.of("id", String.valueOf(lots.size() + 1), "title", zone));
    }
    return lots;
  }

  private static Map<String, Object> values(DemoContract contract) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("total", money(contract.total()));
    values.put("annual", money(contract.annual()));
    if (contract.line().years() > 2 && contract.line().tendered()) {
      values.put("maximumWithExtensions", money(contract.total().add(contract.annual())));
    }
    return values;
  }

  private static Map<String, Object> dates(DemoContract.Dates dates) {
    return Map.of(
        "start", dates.start().toString(),
        "end", dates.end().toString(),
        "review", dates.review().toString(),
        "noticeMonths", dates.noticeMonths());
  }

  private static Map<String, Object> party(
      DemoContract contract, int position, Map<String, UUID> providers) {
    DemoProvider provider = contract.suppliers().get(position);
    boolean alliance = contract.line().type().equals("ALLIANCE");
    Map<String, Object> party = new LinkedHashMap<>();
    party.put("role", alliance && position > 0 ? "ALLIANCE_PARTNER" : "LEAD_SUPPLIER");
    party.put("name", provider.legalName());
    party.put("identifiers", provider.identifiers());
    party.put("sme", provider.sme());
    party.put("vcse", provider.vcse());
    party.put("providerId", providers.get(provider.key()));
    if (alliance) {
      party.put("sharePercent", share(contract.suppliers().size(), position));
    }
    if (contract.line().promisesTermsOnly()) {
      int lots = contract.authority().zones().size();
      party.put("lots", List.of(String.valueOf(position % lots + 1)));
    }
    return party;
  }

  /** Equal shares for partners; the lead bears what is left. */
  static BigDecimal share(int partners, int position) {
    BigDecimal equal = HUNDRED.divide(BigDecimal.valueOf(partners + 1L), 0, RoundingMode.DOWN);
    return position > 0
        ? equal
        : HUNDRED.subtract(equal.multiply(BigDecimal.valueOf(partners - 1L)));
  }

  private static Map<String, Object> money(BigDecimal pounds) {
    return Map.of("amount", pounds, "currency", "GBP");
  }
}
