package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * Works out concentration and failure impact again from the lists of the product, in another way
 * than the product does, and compares. The index is ten thousand times the chance that two units
 * drawn from the market belong to one owner: counted pair by pair, in whole numbers.
 */
final class MarketCheck {
  private static final int PATIENCE = 60;
  private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);
  private static final Set<String> PROMISE_TERMS_ONLY = Set.of("FRAMEWORK", "DYNAMIC_MARKET");

  private final List<DemoAuthority> councils;
  private final DemoAuthority council;
  private final ApiClient api;
  private final String token;
  private final LocalDate day;

  /** A check of the first council's market on a day. */
  MarketCheck(List<DemoAuthority> councils, ApiClient api, Tokens tokens, LocalDate day) {
    this.councils = councils;
    this.council = councils.get(0);
    this.api = api;
    this.token = tokens.officer(Role.PROVIDERS, council);
    this.day = day;
  }

  /**
   * Something that somebody has of a market.
   *
   * @param owner who has it
   * @param units beds, hundredths of hours or pence
   */
  record Holding(String owner, BigInteger units) {}

  /** Compares until both are equal: events take a moment to arrive. */
  void run(Tokens tokens, String provider, Crew crew, PrintStream out) {
    RawLists raw = RawLists.fetch(councils, api, tokens, crew, day);
    Map<String, String> expected = expected(raw, provider);
    Map<String, String> told = told(provider);
    for (int asked = 0; !told.equals(expected); asked++) {
      if (asked == PATIENCE) {
        throw new DemoFailure(
            "Recomputed from the lists, the market is %s, but the product says %s."
                .formatted(expected, told));
      }
      Pause.of(Duration.ofSeconds(1));
      told = told(provider);
    }
    out.println("Market, recomputed from the lists and equal to the product's answers");
    expected.forEach((figure, value) -> out.printf("  %-44s %s%n", figure, value));
  }

  private Map<String, String> expected(RawLists raw, String provider) {
    Map<String, String> figures = new TreeMap<>();
    figures.put("concentration of nursing homes by beds", "" + index(beds(raw)));
    figures.put("concentration of homecare by hours", "" + index(hours(raw)));
    figures.put("concentration of homecare by value", "" + index(values(raw)));
    failure(raw, provider, figures);
    return figures;
  }

  private Map<String, String> told(String provider) {
    Map<String, String> figures = new TreeMap<>();
    String area = "&area=" + council.code();
    figures.put(
        "concentration of nursing homes by beds", hhi("by=BEDS&careType=NURSING_HOME" + area));
    figures.put("concentration of homecare by hours", hhi("by=HOURS&serviceType=HOMECARE" + area));
    figures.put("concentration of homecare by value", hhi("by=VALUE&serviceType=HOMECARE"));
    JsonNode impact =
        get("/v1/market/failure-impact?alternatives=50&wholeGroup=true&providerId=" + provider);
    figures.put("failure: people", impact.path("people").asText());
    figures.put("failure: placements", impact.path("placements").asText());
    figures.put("failure: hours a week", plain(impact.path("hoursPerWeek").decimalValue()));
    figures.put("failure: beds", impact.path("beds").asText());
    figures.put("failure: pounds a year", plain(impact.path("annualValue").decimalValue()));
    Set<String> hit = new TreeSet<>();
    impact.path("authorities").forEach(each -> hit.add(each.path("authority").asText()));
    figures.put("failure: authorities", hit.toString());
    for (JsonNode care : impact.path("care")) {
      if (care.hasNonNull("shortfall")) {
        figures.put(
            "failure: shortfall, " + care.path("careType").asText(),
            care.path("shortfall").asText());
      }
    }
    return figures;
  }

  private String hhi(String query) {
    return get("/v1/market/concentration?" + query).at("/result/hhi").asText();
  }

  private JsonNode get(String path) {
    return api.send(ApiRequest.get(path, token)).body();
  }

  /** Ten thousand times the share of pairs of units that have one owner. */
  static BigInteger index(List<Holding> holdings) {
    BigInteger pairs = BigInteger.ZERO;
    BigInteger alike = BigInteger.ZERO;
    for (Holding one : holdings) {
      for (Holding other : holdings) {
        BigInteger both = one.units().multiply(other.units());
        pairs = pairs.add(both);
        if (one.owner().equals(other.owner())) {
          alike = alike.add(both);
        }
      }
    }
    return pairs.signum() == 0
        ? BigInteger.ZERO
        : new BigDecimal(alike.multiply(TEN_THOUSAND))
            .divide(new BigDecimal(pairs), 0, RoundingMode.HALF_UP)
            .toBigInteger();
  }

  private List<Holding> beds(RawLists raw) {
    return raw.locations().stream()
        .filter(each -> each.path("area").asText().equals(council.code()))
        .filter(each -> each.path("careType").asText().equals("NURSING_HOME"))
        .map(
            each ->
                new Holding(
                    raw.owner(each.path("providerId").asText()),
                    BigInteger.valueOf(each.path("beds").asLong())))
        .toList();
  }

  private List<Holding> hours(RawLists raw) {
    return raw.placements().stream()
        .filter(each -> each.path("authority").asText().equals(council.code()))
        .filter(each -> each.path("area").asText().equals(council.code()))
        .filter(each -> each.path("serviceType").asText().equals("HOMECARE"))
        .map(
            each ->
                new Holding(
                    raw.owner(each.at("/provider/providerId").asText()),
                    hundredths(each.path("hoursPerWeek"))))
        .toList();
  }

  private List<Holding> values(RawLists raw) {
    return raw.contracts().stream()
        .filter(each -> each.path("authority").asText().equals(council.code()))
        .filter(each -> each.path("serviceType").asText().equals("HOMECARE"))
        .filter(each -> !PROMISE_TERMS_ONLY.contains(each.path("type").asText()))
        .map(
            each ->
                new Holding(
                    raw.owner(RawLists.lead(each)), hundredths(each.at("/values/annual/amount"))))
        .toList();
  }

  private static BigInteger hundredths(JsonNode amount) {
    return amount.decimalValue().movePointRight(2).toBigInteger();
  }

  private static void failure(RawLists raw, String provider, Map<String, String> figures) {
    String top = raw.top(provider);
    Set<String> people = new HashSet<>();
    Set<String> hit = new TreeSet<>();
    Map<String, Set<String>> placed = new TreeMap<>();
    Map<String, Set<String>> taken = new HashMap<>();
    BigDecimal hours = BigDecimal.ZERO;
    int placements = 0;
    for (JsonNode each : raw.placements()) {
      String person = each.path("authority").asText() + each.path("personReference").asText();
      taken.computeIfAbsent(each.path("locationId").asText(), home -> new HashSet<>()).add(person);
      if (raw.top(each.at("/provider/providerId").asText()).equals(top)) {
        placements++;
        people.add(person);
        hit.add(each.path("authority").asText());
        hours = hours.add(each.path("hoursPerWeek").decimalValue());
        placed.computeIfAbsent(each.path("careType").asText(), care -> new HashSet<>()).add(person);
      }
    }
    BigDecimal pounds = BigDecimal.ZERO;
    for (JsonNode contract : raw.contracts()) {
      for (JsonNode party : contract.path("parties")) {
        if (raw.top(party.path("providerId").asText()).equals(top)) {
          hit.add(contract.path("authority").asText());
          if (party.path("role").asText().equals("LEAD_SUPPLIER")
              && !PROMISE_TERMS_ONLY.contains(contract.path("type").asText())) {
            pounds = pounds.add(contract.at("/values/annual/amount").decimalValue());
          }
        }
      }
    }
    figures.put("failure: people", "" + people.size());
    figures.put("failure: placements", "" + placements);
    figures.put("failure: hours a week", plain(hours));
    figures.put("failure: pounds a year", plain(pounds));
    figures.put("failure: authorities", hit.toString());
    homes(raw, top, placed, taken, figures);
  }

  /** People placed in the homes that stop, less the free beds of others of the kind and area. */
  private static void homes(
      RawLists raw,
      String top,
      Map<String, Set<String>> placed,
      Map<String, Set<String>> taken,
      Map<String, String> figures) {
    List<JsonNode> stopping = new ArrayList<>();
    List<JsonNode> others = new ArrayList<>();
    for (JsonNode home : raw.locations()) {
      (raw.top(home.path("providerId").asText()).equals(top) ? stopping : others).add(home);
    }
    figures.put(
        "failure: beds",
        "" + stopping.stream().mapToLong(each -> each.path("beds").asLong()).sum());
    for (String care : Set.of("NURSING_HOME", "RESIDENTIAL_HOME")) {
      Set<String> areas = new HashSet<>();
      stopping.stream()
          .filter(each -> each.path("careType").asText().equals(care))
          .forEach(each -> areas.add(each.path("area").asText()));
      long room =
          others.stream()
              .filter(each -> each.path("careType").asText().equals(care))
              .filter(each -> areas.contains(each.path("area").asText()))
              .mapToLong(
                  each ->
                      Math.max(
                          0,
                          each.path("beds").asLong()
                              - taken.getOrDefault(RawLists.id(each), Set.of()).size()))
              .sum();
      if (placed.containsKey(care)) {
        figures.put(
            "failure: shortfall, " + care, "" + Math.max(0, placed.get(care).size() - room));
      }
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
