package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * What the lists of the product hold of the market on a day, as anyone could fetch them: homes,
 * placements, contracts, providers and who owns them.
 */
final class RawLists {
  private static final Set<String> HAVE_RUN =
      Set.of("ACTIVE", "EXPIRED", "TERMINATED", "DECOMMISSIONED");

  private final List<JsonNode> locations = new ArrayList<>();
  private final List<JsonNode> placements = new ArrayList<>();
  private final List<JsonNode> contracts = new ArrayList<>();
  private final Map<String, JsonNode> providers = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();

  private RawLists() {}

  /** Fetches the lists of some councils. */
  static RawLists fetch(
      List<DemoAuthority> councils, ApiClient api, Tokens tokens, Crew crew, LocalDate day) {
    RawLists raw = new RawLists();
    for (DemoAuthority council : councils) {
      String officer = tokens.officer(Role.PROVIDERS, council);
      String buyer = tokens.officer(Role.CONTRACTS, council);
      api.list("/v1/locations?area=" + council.code(), officer).stream()
          .filter(location -> location.path("status").asText().equals("OPEN"))
          .forEach(raw.locations::add);
      raw.placements.addAll(api.list("/v1/placements?activeOn=" + day, buyer));
      List<JsonNode> listed = api.list("/v1/contracts?authority=" + council.code(), buyer);
      List<JsonNode> begun =
          listed.stream().filter(each -> HAVE_RUN.contains(each.path("status").asText())).toList();
      crew
          .each(
              begun,
              each ->
                  api.send(ApiRequest.get("/v1/contracts/" + each.path("id").asText(), buyer))
                      .body())
          .stream()
          .filter(contract -> runs(contract, day))
          .forEach(raw.contracts::add);
    }
    raw.askForOwners(api, tokens.officer(Role.PROVIDERS, councils.get(0)), crew, day);
    return raw;
  }

  private void askForOwners(ApiClient api, String token, Crew crew, LocalDate day) {
    api.list("/v1/providers", token).forEach(each -> providers.put(id(each), each));
    List<String> ids = List.copyOf(providers.keySet());
    List<List<JsonNode>> ownerships =
        crew.each(ids, id -> api.list("/v1/providers/" + id + "/ownerships", token));
    for (int i = 0; i < ids.size(); i++) {
      for (JsonNode step : ownerships.get(i)) {
        boolean owner = step.path("kind").asText().equals("OWNER");
        boolean begun = step.path("validFrom").asText().compareTo(day.toString()) <= 0;
        boolean over =
            step.hasNonNull("validTo")
                && step.path("validTo").asText().compareTo(day.toString()) <= 0;
        if (owner && begun && !over) {
          parents.put(ids.get(i), step.path("parentId").asText());
        }
      }
    }
  }

  private static boolean runs(JsonNode contract, LocalDate day) {
    String end = contract.at("/ending/date").asText(contract.at("/dates/end").asText("9999-12-31"));
    return contract.at("/dates/start").asText("9999-12-31").compareTo(day.toString()) <= 0
        && end.compareTo(day.toString()) >= 0;
  }

  static String id(JsonNode thing) {
    return thing.path("id").asText();
  }

  /** Open locations. */
  List<JsonNode> locations() {
    return locations;
  }

  /** Placements given on the day. */
  List<JsonNode> placements() {
    return placements;
  }

  /** Contracts that run on the day, each as its own resource tells it. */
  List<JsonNode> contracts() {
    return contracts;
  }

  /** The record at the top of a provider's owners. */
  String top(String provider) {
    String at = provider;
    while (parents.containsKey(at)) {
      at = parents.get(at);
    }
    return at;
  }

  /** What the owner at the top is called: by the record's own word, else by its name. */
  String owner(String provider) {
    JsonNode top = providers.get(top(provider));
    if (top == null) {
      return "Unknown provider";
    }
    String stated = top.path("ultimateOwner").asText();
    return stated.isBlank() ? top.path("legalName").asText() : stated;
  }

  /** Identity of who leads a contract, empty when it is not known. */
  static String lead(JsonNode contract) {
    for (JsonNode party : contract.path("parties")) {
      if (party.path("role").asText().equals("LEAD_SUPPLIER") && party.hasNonNull("providerId")) {
        return party.path("providerId").asText();
      }
    }
    return "";
  }
}
