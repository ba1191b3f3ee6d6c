package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import uk.carecontracts.stack.demo.Progress.Outcome;
import uk.carecontracts.stack.infrastructure.Role;

/** Registers the providers that are not on record yet. */
final class ProviderLoader {
  private final Catalogue catalogue;
  private final Map<String, DemoAuthority> authorities;
  private final Map<String, DemoService> services;
  private final ApiClient api;
  private final Tokens tokens;

  ProviderLoader(Catalogue catalogue, ApiClient api, Tokens tokens) {
    this.catalogue = catalogue;
    this.authorities = catalogue.authoritiesByName();
    this.services = catalogue.servicesByCode();
    this.api = api;
    this.tokens = tokens;
  }

  /** The record of each provider, by the provider's key. */
  Map<String, UUID> load(Crew crew, Progress progress) {
    Map<String, UUID> records = new ConcurrentHashMap<>();
    List<Outcome> outcomes = crew.each(catalogue.providers(), provider -> load(provider, records));
    progress.done("providers", outcomes);
    return records;
  }

  private Outcome load(DemoProvider provider, Map<String, UUID> records) {
    String token = tokens.officer(Role.PROVIDERS, authorities.get(provider.areas().get(0)));
    JsonNode found =
        api.send(ApiRequest.get("/v1/providers?identifier=" + provider.naturalKey(), token))
            .body()
            .path("items");
    if (!found.isEmpty()) {
      records.put(provider.key(), UUID.fromString(found.get(0).path("id").asText()));
      return Outcome.UNCHANGED;
    }
    ApiRequest register = ApiRequest.post("/v1/providers", token, body(provider));
    records.put(provider.key(), api.send(register.named("provider:" + provider.key())).id());
    return Outcome.CREATED;
  }

  private Map<String, Object> body(DemoProvider provider) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("legalName", provider.legalName());
    body.put("kind", provider.kind());
    body.put("size", provider.size());
    body.put("sme", provider.sme());
    body.put("vcse", provider.vcse());
    body.put("identifiers", provider.identifiers());
    if (!provider.ultimateOwner().isEmpty()) {
      body.put("ultimateOwner", provider.ultimateOwner());
    }
    body.put("areas", provider.areas().stream().map(name -> authorities.get(name).code()).toList());
    body.put("clientGroups", clientGroups(provider));
    return body;
  }

  private Set<String> clientGroups(DemoProvider provider) {
    Set<String> groups = new LinkedHashSet<>();
    provider.services().forEach(code -> groups.addAll(services.get(code).clientGroups()));
    return groups;
  }
}
