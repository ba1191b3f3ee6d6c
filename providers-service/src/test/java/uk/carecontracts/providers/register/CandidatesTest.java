package uk.carecontracts.providers.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;

/** Read for many at once, and few of them scored, they are those that a plain look finds. */
@QuarkusTest
class CandidatesTest extends ServiceTest {
  private static final int RECORDS = 1_200;

  /** Every record that may be meant, none passed over for its names, for one organisation. */
  private static final String PLAIN =
      """
      select p.id, p.legal_name, p.trading_names, p.identifiers, p.postcode
      from provider p join (
        select i.provider_id, 1 as rank from provider_identifier i
        where i.scheme || ':' || i.value = any (?)
        union all
        select provider_id, 2 from provider_name where core = any (?)
        union all
        select id, 3 from provider where postcode = ?
        union all
        select provider_id, 4 from provider_name where block = any (?)
      ) found on found.provider_id = p.id
      where p.status = 'ACTIVE'
      group by p.id order by min(found.rank), p.id limit 50""";

  @Inject ProviderDesk desk;
  @Inject Sql sql;

  private final Random chance = new Random(5);
  private final InventedNames invented = new InventedNames(5);

  @Test
  void manyAtOnceFindWhatAPlainLookFindsForEach() {
    Tenancy.runAs(
        Acting.system("test"),
        () -> {
          QuarkusTransaction.begin();
          try {
            compare();
          } finally {
            QuarkusTransaction.rollback();
          }
        });
  }

  private void compare() {
    List<Candidate> known = enter();
    List<Candidate> wanted = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      wanted.add(like(known.get(chance.nextInt(RECORDS))));
    }
    List<List<Match.Known>> together = desk.known(wanted);
    int found = 0;
    int most = 0;
    for (int i = 0; i < wanted.size(); i++) {
      List<Match.Known> plain = plain(wanted.get(i));
      List<Match> expected = Match.scored(wanted.get(i), plain);
      assertEquals(expected, Match.scored(wanted.get(i), together.get(i)), wanted.get(i).name());
      assertTrue(plain.containsAll(together.get(i)), wanted.get(i).name());
      found += expected.size();
      most = Math.max(most, plain.size());
    }
    assertTrue(found > 100 && most == 50, found + " found, at most " + most + " looked at");
  }

  private List<Match.Known> plain(Candidate one) {
    List<String> cores = one.names().stream().map(OrganisationName::core).toList();
    List<String> blocks = one.names().stream().map(OrganisationName::block).toList();
    return sql.list(
        PLAIN,
        CandidatesTest::known,
        one.identifiers().stream().map(Identifier::key).toList(),
        cores,
        one.parsedPostcode().map(postcode -> postcode.value()).orElse(""),
        blocks);
  }

  private static Match.Known known(ResultSet row) throws SQLException {
    Set<Identifier> identifiers = new LinkedHashSet<>();
    Sql.texts(row, "identifiers").forEach(key -> identifiers.add(Provider.identifier(key)));
    String name = row.getString("legal_name");
    return new Match.Known(
        row.getObject("id", UUID.class),
        name,
        new Candidate(
            name, Sql.texts(row, "trading_names"), identifiers, row.getString("postcode")));
  }

  /** Named alike in the beginning, so that more begin alike than are looked at. */
  private List<Candidate> enter() {
    List<Candidate> known = new ArrayList<>();
    List<Object[]> providers = new ArrayList<>();
    List<Object[]> names = new ArrayList<>();
    List<Object[]> keys = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      UUID id = Ids.next();
      boolean numbered = chance.nextBoolean();
      List<String> numbers = numbered ? List.of("GB-COH:%08d".formatted(9_000_000 + i)) : List.of();
      List<String> trading = chance.nextInt(5) == 0 ? List.of(name()) : List.of();
      String postcode = chance.nextBoolean() ? "ZE%d 1AA".formatted(chance.nextInt(40)) : null;
      Set<Identifier> identifiers = new LinkedHashSet<>();
      numbers.forEach(key -> identifiers.add(Provider.identifier(key)));
      Candidate one = new Candidate(name(), trading, identifiers, postcode);
      known.add(one);
      providers.add(new Object[] {id, one.name(), trading, numbers, postcode});
      Set<String> cores = new LinkedHashSet<>();
      one.names().stream()
          .filter(name -> cores.add(name.core()))
          .forEach(name -> names.add(new Object[] {id, name.core(), name.block()}));
      identifiers.forEach(key -> keys.add(new Object[] {key.scheme().code(), key.value(), id}));
    }
    sql.batch(
        """
        insert into provider (id, version, authority, legal_name, sort_name, trading_names,
          identifiers, postcode, status, registered_at)
        values (?, 1, 'E08000009', ?, '-', ?, ?, ?, 'ACTIVE', now())""",
        providers);
    sql.batch("insert into provider_name values (?, ?, ?)", names);
    sql.batch("insert into provider_identifier values (?, ?, ?)", keys);
    // What is merged is found by nothing, whatever the index still says.
    sql.update(
        """
        update provider set status = 'MERGED', merged_into = ?
        where id in (select id from provider where id > ? order by id limit 20)""",
        providers.get(0)[0],
        providers.get(100)[0]);
    return known;
  }

  private String name() {
    return "Zqx" + invented.next().toLowerCase(Locale.ROOT);
  }

  private Candidate like(Candidate one) {
    int at = chance.nextInt(one.name().length());
    String misspelt = one.name().substring(0, at) + one.name().substring(at + 1);
    return new Candidate(
        chance.nextBoolean() ? one.name() : misspelt,
        chance.nextInt(4) == 0 ? List.of(name()) : List.of(),
        chance.nextInt(3) == 0 ? one.identifiers() : Set.of(),
        chance.nextInt(3) == 0 ? one.postcode() : null);
  }
}
