package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.carecontracts.stack.infrastructure.Role;

/** Says what the product now holds of the demo, and how to look at it. */
final class Summary {
  private final Catalogue catalogue;
  private final ApiClient api;
  private final Tokens tokens;

  Summary(Catalogue catalogue, ApiClient api, Tokens tokens) {
    this.catalogue = catalogue;
    this.api = api;
    this.tokens = tokens;
  }

  /** Prints counts as the product answers them. */
  void print(List<DemoContract> contracts, Crew crew, PrintStream out) {
    Set<String> references =
        contracts.stream().map(DemoContract::reference).collect(Collectors.toSet());
    List<JsonNode> held = new ArrayList<>();
    crew.each(catalogue.authorities(), this::contractsOf)
        .forEach(
            items ->
                items.stream()
                    .filter(item -> references.contains(item.path("reference").asText()))
                    .forEach(held::add));
    Map<String, String> names =
        catalogue.authorities().stream()
            .collect(Collectors.toMap(DemoAuthority::code, DemoAuthority::name));
    out.println();
    out.println("Contracts of the demo");
    table(out, "by authority", held, item -> names.get(item.path("authority").asText()));
    table(out, "by type", held, item -> item.path("type").asText());
    table(out, "by status", held, item -> item.path("status").asText());
    List<JsonNode> returns = new ArrayList<>();
    crew.each(catalogue.authorities(), this::returnsOf)
        .forEach(
            items ->
                items.stream()
                    .filter(item -> references.contains(item.path("contractReference").asText()))
                    .forEach(returns::add));
    out.println("Returns");
    table(out, "by status", returns, item -> item.path("status").asText());
  }

  /** Prints calls to start with. */
  static void calls(String gateway, UUID provider, PrintStream out) {
    out.printf(
        """

        Contracts whose last day has passed become EXPIRED within ten minutes.

        Try, with TOKEN=$(./stack token contracts --authority E10000017):
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/contracts?q=LCC-HC-002"
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/contracts?serviceType=HOMECARE&status=ACTIVE&sort=end"
        with TOKEN=$(./stack token monitoring --authority E10000017):
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/scorecards?rag=RED"
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/returns?status=SENT_BACK"
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/assessments"
        with TOKEN=$(./stack token providers --authority E10000017):
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/locations?q=Wyndrake"
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/market/concentration?by=BEDS&careType=NURSING_HOME&area=E10000017"
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/market/failure-impact?wholeGroup=true&providerId=%2$s"
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/cost-models/summary?lineSet=HOMECARE_18_PLUS"
          curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/demand-forecasts"
        without a token:
          curl -s "%1$s/v1/register/contracts?authority=E10000017&limit=5"
          curl -s "%1$s/v1/market-position-statements?publisher=E10000017"
        """,
        gateway, provider);
  }

  private List<JsonNode> contractsOf(DemoAuthority authority) {
    return api.list(
        "/v1/contracts?authority=" + authority.code(), tokens.officer(Role.CONTRACTS, authority));
  }

  private List<JsonNode> returnsOf(DemoAuthority authority) {
    return api.list("/v1/returns", tokens.officer(Role.MONITORING, authority));
  }

  private static void table(
      PrintStream out, String by, List<JsonNode> items, Function<JsonNode, String> key) {
    Map<String, Long> counts =
        items.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    String text =
        counts.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    out.printf("  %-13s %s; together %d%n", by, text, items.size());
  }
}
