package uk.carecontracts.providers.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;
import uk.carecontracts.providers.identity.Postcode;

/**
 * Finds who might be the same organisation, and keeps two callers from recording it at once. Plain
 * SQL: every supplier asks here, and Hibernate takes several times as long to prepare a native
 * query as PostgreSQL to answer it. Callers flush what the answer depends on.
 */
@ApplicationScoped
class ProviderIndexRepository {

  private static final int MOST_CANDIDATES = 50;

  private static final String CANDIDATES =
      """
      select p.id, p.legal_name, p.trading_names, p.identifiers, p.postcode
      from provider p join (
        select i.provider_id, 1 as rank from provider_identifier i
         join unnest(?::text[], ?::text[]) as k(scheme, value)
           on k.scheme = i.scheme and k.value = i.value
        union all
        select provider_id, 2 from provider_name where core = any (?::text[])
        union all
        select id, 3 from provider where postcode = ?
        union all
        select provider_id, 4 from provider_name where block = any (?::text[])
      ) found on found.provider_id = p.id
      where p.status = 'ACTIVE'
      group by p.id order by min(found.rank), p.id limit ?""";

  private final Session entities;
  private final Sql sql;

  ProviderIndexRepository(Session entities, Sql sql) {
    this.entities = entities;
    this.sql = sql;
  }

  /**
   * Lets one transaction at a time decide about these organisations: whoever comes second sees what
   * the first one recorded. Locks are taken in one order, so that two callers never wait for each
   * other.
   */
  void lock(Collection<Candidate> candidates) {
    Set<String> keys = new TreeSet<>();
    for (Candidate candidate : candidates) {
      candidate.names().forEach(name -> keys.add("provider-name:" + name.core()));
      candidate.identifiers().forEach(identifier -> keys.add("provider-id:" + identifier.key()));
    }
    if (!keys.isEmpty()) {
      sql.list(
          "select count(pg_advisory_xact_lock(hashtextextended(k, 0)))"
              + " from (select k from unnest(?::text[]) k order by k) as ordered",
          row -> true,
          keys);
    }
  }

  /** Active records that share an identifier, a name, the start of a name or the postcode. */
  List<Match.Known> candidates(Candidate wanted) {
    Set<String> cores = new LinkedHashSet<>();
    Set<String> blocks = new LinkedHashSet<>();
    for (OrganisationName name : wanted.names()) {
      cores.add(name.core());
      blocks.add(name.block());
    }
    List<Identifier> keys = wanted.identifiers().stream().sorted().toList();
    return sql.list(
        CANDIDATES,
        ProviderIndexRepository::known,
        keys.stream().map(key -> key.scheme().code()).toList(),
        keys.stream().map(Identifier::value).toList(),
        cores,
        wanted.parsedPostcode().map(Postcode::value).orElse(""),
        blocks,
        MOST_CANDIDATES);
  }

  private static Match.Known known(ResultSet row) throws SQLException {
    Set<Identifier> identifiers = new LinkedHashSet<>();
    for (String key : Sql.texts(row, "identifiers")) {
      identifiers.add(Provider.identifier(key));
    }
    String name = row.getString("legal_name");
    return new Match.Known(
        row.getObject("id", UUID.class),
        name,
        new Candidate(
            name, Sql.texts(row, "trading_names"), identifiers, row.getString("postcode")));
  }

  /** The holder of an identifier. */
  Optional<UUID> holder(Identifier identifier) {
    return sql.first(
        "select provider_id from provider_identifier where scheme = ? and value = ?",
        row -> row.getObject(1, UUID.class),
        identifier.scheme().code(),
        identifier.value());
  }

  /** Makes the index say what the record says; 409 when another record holds an identifier. */
  void write(Provider provider) {
    requireFree(provider);
    entities.doWork(connection -> IndexRows.write(connection, provider));
  }

  /** Indexes a record made just now. */
  void add(Provider provider) {
    requireFree(provider);
    entities.doWork(connection -> IndexRows.insert(connection, provider));
  }

  private void requireFree(Provider provider) {
    for (Identifier identifier : provider.identifiers()) {
      holder(identifier)
          .filter(holder -> !holder.equals(provider.id()))
          .ifPresent(
              holder -> {
                throw taken(identifier, holder);
              });
    }
  }

  /** Hands a duplicate's identifiers to its survivor. */
  void handOver(Provider duplicate, Provider survivor) {
    entities.doWork(
        connection -> {
          IndexRows.remove(connection, duplicate.id());
          IndexRows.write(connection, survivor);
        });
  }

  /** Gives each of two records its own again. */
  void separate(Provider duplicate, Provider survivor) {
    entities.doWork(
        connection -> {
          IndexRows.write(connection, survivor);
          IndexRows.write(connection, duplicate);
        });
  }

  private static ProblemException taken(Identifier identifier, UUID holder) {
    return ProblemException.conflict(
        "IDENTIFIER_TAKEN",
        identifier + " belongs to provider " + holder + ". Amend that record, or merge the two.");
  }
}
