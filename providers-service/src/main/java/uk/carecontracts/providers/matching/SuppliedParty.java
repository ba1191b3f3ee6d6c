package uk.carecontracts.providers.matching;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;

/**
 * A supplier as a contract states it.
 *
 * @param id the party in the contract
 * @param role LEAD_SUPPLIER, ALLIANCE_PARTNER or SUBCONTRACTOR
 * @param name as written
 * @param tradingName as written
 * @param identifiers scheme and value of every identifier given, in a fixed order
 * @param postcode as written
 * @param sme whether it is said to be a small or medium-sized enterprise
 * @param vcse whether it is said to be a voluntary, community or social enterprise
 * @param providerId the provider record the contract names itself
 */
public record SuppliedParty(
    String id,
    String role,
    String name,
    @Nullable String tradingName,
    List<String> identifiers,
    @Nullable String postcode,
    @Nullable Boolean sme,
    @Nullable Boolean vcse,
    @Nullable UUID providerId) {

  static SuppliedParty read(JsonNode party) {
    TreeMap<String, String> keys = new TreeMap<>();
    for (JsonNode identifier : party.path("identifiers")) {
      keys.put(identifier.path("scheme").asText() + ":" + identifier.path("id").asText(), "");
    }
    String providerId = text(party, "providerId");
    return new SuppliedParty(
        party.path("id").asText(),
        party.path("role").asText("LEAD_SUPPLIER"),
        party.path("name").asText(""),
        text(party, "tradingName"),
        List.copyOf(keys.keySet()),
        text(party, "postcode"),
        truth(party, "sme"),
        truth(party, "vcse"),
        providerId == null ? null : UUID.fromString(providerId));
  }

  /** What it says about who the supplier is; identifiers that fail their check are left aside. */
  Candidate candidate() {
    Set<Identifier> valid = new LinkedHashSet<>();
    identifiers.forEach(key -> identifier(key).ifPresent(valid::add));
    List<String> trading = Optional.ofNullable(tradingName).map(List::of).orElse(List.of());
    return new Candidate(name, trading, valid, postcode);
  }

  /** An identifier from its scheme and value with a colon between. */
  static Optional<Identifier> identifier(String key) {
    int colon = key.indexOf(':');
    return Identifier.parse(key.substring(0, colon), key.substring(colon + 1));
  }

  /** Whether the same supplier is described, so that an earlier decision stands. */
  boolean describesTheSame(SuppliedParty other) {
    return name.equals(other.name)
        && identifiers.equals(other.identifiers)
        && Optional.ofNullable(tradingName).equals(Optional.ofNullable(other.tradingName))
        && Optional.ofNullable(postcode).equals(Optional.ofNullable(other.postcode));
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }

  private static @Nullable Boolean truth(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isBoolean() ? value.asBoolean() : null;
  }
}
