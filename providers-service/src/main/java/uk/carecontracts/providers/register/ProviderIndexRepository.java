package uk.carecontracts.providers.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
import uk.carecontracts.providers.identity.Resemblance;

/**
 * Finds who might be the same organisation, and keeps two callers from recording it at once. Plain
 * SQL: every supplier asks here, and Hibernate takes several times as long to prepare a native
 * query as PostgreSQL to answer it. Callers flush what the answer depends on.
 */
@ApplicationScoped
class ProviderIndexRepository {

  private static final int MOST_CANDIDATES = 50;

  /**
   * For each organisation the records that share an identifier, then those that share a name, the
   * postcode, the start of a name; of each sort the oldest first. No sort needs to be read further
   * than the most there may be in all, which {@code provider_name_by_block} gives in order.
   */
  static final String CANDIDATES =
      """
      with found as (
        select wanted, provider_id, min(rank) as rank from (
          select k.wanted, 1 as rank, i.provider_id
          from unnest(?::text[]::int[], ?::text[], ?::text[]) as k (wanted, scheme, value)
          join provider_identifier i on i.scheme = k.scheme and i.value = k.value
          join provider p on p.id = i.provider_id and p.status = 'ACTIVE'
          union all
          select k.wanted, 2, n.provider_id
          from unnest(?::text[]::int[], ?::text[]) as k (wanted, core)
          cross join lateral (
            select n.provider_id from provider_name n
            join provider p on p.id = n.provider_id and p.status = 'ACTIVE'
            where n.core = k.core order by n.provider_id limit %1$d) n
          union all
          select k.wanted, 3, p.id
          from unnest(?::text[]::int[], ?::text[]) as k (wanted, postcode)
          cross join lateral (
            select p.id from provider p
            where p.postcode = k.postcode and p.status = 'ACTIVE' order by p.id limit %1$d) p
          union all
          select k.wanted, 4, n.provider_id
          from unnest(?::text[]::int[], ?::text[]) as k (wanted, block)
          cross join lateral (
            select distinct n.provider_id from provider_name n
            join provider p on p.id = n.provider_id and p.status = 'ACTIVE'
            where n.block = k.block order by n.provider_id limit %1$d) n
        ) every group by wanted, provider_id
      ), placed as (
        select found.*, row_number() over (partition by wanted order by rank, provider_id) as place
        from found
      )
      select f.wanted, f.rank, p.id, p.legal_name, p.trading_names, p.identifiers, p.postcode
      from placed f join provider p on p.id = f.provider_id
      where f.place <= %1$d order by f.wanted, f.place"""
          .formatted(MOST_CANDIDATES);

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

  /**
   * For each organisation, in the order given, the active records that share an identifier with it,
   * or a name, the start of a name or the postcode and have a name that resembles one of its own.
   */
  List<List<Match.Known>> candidates(List<Candidate> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<List<Match.Known>> found = new ArrayList<>();
    List<Resemblance> resemblances = new ArrayList<>();
    for (Candidate one : wanted) {
      found.add(new ArrayList<>());
      resemblances.add(Resemblance.with(one));
    }
    sql.list(
        CANDIDATES,
        row -> {
          int which = row.getInt("wanted");
          return known(row, resemblances.get(which)).map(found.get(which)::add);
        },
        SearchKeys.of(wanted).parameters());
    return found;
  }

  /** Of a record that shares no identifier only if its names leave a chance. */
  private static Optional<Match.Known> known(ResultSet row, Resemblance resemblance)
      throws SQLException {
    String name = row.getString("legal_name");
    List<String> trading = Sql.texts(row, "trading_names");
    String postcode = row.getString("postcode");
    if (row.getInt("rank") > 1 && !resemblance.possible(name, trading, postcode)) {
      return Optional.empty();
    }
    Set<Identifier> identifiers = new LinkedHashSet<>();
    for (String key : Sql.texts(row, "identifiers")) {
      identifiers.add(Provider.identifier(key));
    }
    return Optional.of(
        new Match.Known(
            row.getObject("id", UUID.class),
            name,
            new Candidate(name, trading, identifiers, postcode)));
  }

  /** The holder of an identifier. */
  Optional<UUID> holder(Identifier identifier) {
    return sql.first(
        "select provider_id from provider_identifier where scheme = ? and value = ?",
        row -> row.getObject(1, UUID.class),
        identifier.scheme().code(),
        identifier.value());
  }

  Set<UUID> onRecord(Set<UUID> ids) {
    return Set.copyOf(
        sql.list(
            "select id from provider where id = any (?)",
            row -> row.getObject(1, UUID.class),
            ids));
  }

  /** Makes the index say what the record says; 409 when another record holds an identifier. */
  void write(Provider provider) {
    requireFree(provider);
    entities.doWork(connection -> IndexRows.write(connection, provider));
  }

  /** Indexes records made just now. */
  void add(Collection<Provider> providers) {
    providers.forEach(this::requireFree);
    entities.doWork(connection -> IndexRows.insert(connection, providers));
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
