package uk.carecontracts.providers.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;
import uk.carecontracts.testkit.Infrastructure;

/** Invented provider records, and suppliers as contracts name them; the same in every run. */
final class InventedLandscape {
  private final Random chance = new Random(7);
  private final InventedNames invented = new InventedNames(11);
  private final List<Candidate> known = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  List<Candidate> known() {
    return known;
  }

  boolean oneIn(int many) {
    return chance.nextInt(many) == 0;
  }

  /** Three in ten by number, some misspelt, some trading under another name, some nobody knew. */
  Map<String, Object> party(String id, String role) {
    Candidate one = known.get(chance.nextInt(known.size()));
    int sort = chance.nextInt(100);
    Map<String, Object> party = new HashMap<>();
    party.put("id", id);
    party.put("role", role);
    party.put("identifiers", List.of());
    if (sort < 30 && !one.identifiers().isEmpty()) {
      party.put("name", respelt(one.name()));
      party.put(
          "identifiers",
          one.identifiers().stream()
              .map(key -> Map.of("scheme", key.scheme().code(), "id", key.value()))
              .toList());
    } else if (sort < 60) {
      party.put("name", respelt(one.name()));
    } else if (sort < 70) {
      party.put("name", misspelt(one.name()));
    } else if (sort < 80) {
      party.put("name", one.name() + " t/a " + invented.next());
    } else if (sort < 83) {
      party.put("name", "N/A");
    } else if (sort < 92 || unknown.isEmpty()) {
      unknown.add(invented.next() + " of " + invented.next());
      party.put("name", unknown.get(unknown.size() - 1));
    } else {
      party.put("name", respelt(unknown.get(chance.nextInt(unknown.size()))));
    }
    if (chance.nextInt(3) == 0 && one.postcode() != null) {
      party.put("postcode", one.postcode());
    }
    return party;
  }

  private String respelt(String name) {
    return switch (chance.nextInt(4)) {
      case 0 -> name.replace("Limited", "Ltd.");
      case 1 -> name.toUpperCase(Locale.ROOT);
      case 2 -> "The " + name;
      default -> name;
    };
  }

  private String misspelt(String name) {
    int at = 3 + chance.nextInt(Math.max(1, name.length() - 4));
    return name.substring(0, at) + name.substring(Math.min(at + 1, name.length()));
  }

  /** Puts so many records into the database, as the service writes them. */
  void enter(int records) throws SQLException {
    try (Connection connection = Infrastructure.jdbc("providers");
        PreparedStatement provider =
            connection.prepareStatement(
                "insert into provider (id, version, authority, legal_name, sort_name, identifiers,"
                    + " postcode, status, registered_at)"
                    + " values (?, 1, 'E08000009', ?, ?, ?, ?, 'ACTIVE', now())");
        PreparedStatement name =
            connection.prepareStatement("insert into provider_name values (?, ?, ?)");
        PreparedStatement key =
            connection.prepareStatement("insert into provider_identifier values (?, ?, ?)");
        Statement other = connection.createStatement()) {
      connection.setAutoCommit(false);
      Set<String> taken = new HashSet<>();
      while (known.size() < records) {
        String legal = invented.next();
        if (taken.add(OrganisationName.of(legal).core()) || oneIn(10)) {
          UUID id = new UUID(0x0180000000007000L, 0x8000000000000000L + known.size());
          Candidate one = one(legal);
          known.add(one);
          enter(provider, id, one);
          enterNames(name, id, one);
          enterKeys(key, id, one);
        }
      }
      provider.executeBatch();
      name.executeBatch();
      key.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
      other.execute("vacuum analyze");
    }
  }

  private Candidate one(String legal) {
    String number = "%08d".formatted(1_000_000 + known.size());
    boolean numbered = chance.nextInt(3) > 0;
    Set<Identifier> identifiers =
        numbered ? Set.of(Identifier.parse("GB-COH", number).orElseThrow()) : Set.of();
    return new Candidate(legal, List.of(), identifiers, oneIn(5) ? null : postcode());
  }

  private static void enter(PreparedStatement provider, UUID id, Candidate one)
      throws SQLException {
    provider.setObject(1, id);
    provider.setString(2, one.name());
    provider.setString(3, OrganisationName.of(one.name()).core());
    Object[] keys = one.identifiers().stream().map(Identifier::key).toArray();
    provider.setArray(4, provider.getConnection().createArrayOf("text", keys));
    provider.setString(5, one.postcode());
    provider.addBatch();
  }

  private static void enterNames(PreparedStatement name, UUID id, Candidate one)
      throws SQLException {
    for (OrganisationName normal : one.names()) {
      name.setObject(1, id);
      name.setString(2, normal.core());
      name.setString(3, normal.block());
      name.addBatch();
    }
  }

  private static void enterKeys(PreparedStatement key, UUID id, Candidate one) throws SQLException {
    for (Identifier identifier : one.identifiers()) {
      key.setString(1, identifier.scheme().code());
      key.setString(2, identifier.value());
      key.setObject(3, id);
      key.addBatch();
    }
  }

  private String postcode() {
    return "M%d %d%c%c"
        .formatted(
            1 + chance.nextInt(45),
            chance.nextInt(10),
            "ABDEFGHJLN".charAt(chance.nextInt(10)),
            "PQRSTUWXYZ".charAt(chance.nextInt(10)));
  }
}
