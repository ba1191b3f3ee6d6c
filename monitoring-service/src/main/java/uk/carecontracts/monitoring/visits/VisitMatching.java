package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Finds the contract and the provider of visits by what their senders call them. */
@ApplicationScoped
class VisitMatching {
  private static final String CONTRACTS =
      """
      select c.reference, c.contract_id, c.provider_id, c.area,
        array(select r.id from contract_party p, provider_records(p.provider_id) r(id)
          where p.contract_id = c.contract_id) as parties
      from contract_view c where c.authority = ? and c.reference = any(?)\
      """;
  private static final String NOWHERE = "UNKNOWN";

  private final Sql sql;
  private final ProviderRecords records;
  private final TermsStore terms;

  VisitMatching(Sql sql, ProviderRecords records, TermsStore terms) {
    this.sql = sql;
    this.records = records;
    this.terms = terms;
  }

  /** A contract by its reference. */
  record Candidate(
      UUID contractId, @Nullable UUID lead, @Nullable String area, Set<UUID> parties) {}

  /** What was found: a contract, or why not. */
  record Match(
      @Nullable Candidate contract, @Nullable ParkReason reason, @Nullable String rejected) {
    static Match parked(ParkReason reason) {
      return new Match(null, reason, null);
    }
  }

  /**
   * The contracts a batch names, with their terms.
   *
   * @param owner the only provider whose visits may be told
   */
  Contracts contracts(String authority, List<VisitReport> reports, @Nullable UUID owner) {
    Set<String> references = new HashSet<>();
    reports.forEach(report -> references.add(report.contractReference()));
    Map<String, Candidate> known = new HashMap<>();
    for (Map.Entry<String, Candidate> found :
        sql.list(CONTRACTS, VisitMatching::read, authority, references)) {
      known.put(found.getKey(), found.getValue());
    }
    List<UUID> ids = known.values().stream().map(Candidate::contractId).toList();
    Set<UUID> own = owner == null ? null : records.of(owner);
    return new Contracts(authority, known, terms.book(authority, ids), own);
  }

  private static Map.Entry<String, Candidate> read(ResultSet row) throws SQLException {
    return Map.entry(
        row.getString("reference"),
        new Candidate(
            Objects.requireNonNull(Sql.uuid(row, "contract_id")),
            Sql.uuid(row, "provider_id"),
            row.getString("area"),
            new HashSet<>(Arrays.asList((UUID[]) row.getArray("parties").getArray()))));
  }

  /**
   * The contracts of a batch.
   *
   * @param own every record of the only provider whose visits may be told, absent for an officer
   */
  record Contracts(
      String authority,
      Map<String, Candidate> byReference,
      TermsBook terms,
      @Nullable Set<UUID> own) {

    /** Finds the contract of a visit. */
    Match match(VisitReport report) {
      Candidate contract = byReference.get(report.contractReference());
      UUID named = report.providerId();
      if (own != null && named != null && !own.contains(named)) {
        return new Match(null, null, "A provider tells its own visits only.");
      }
      if (contract == null) {
        return Match.parked(ParkReason.CONTRACT_UNKNOWN);
      }
      if (own != null && own.stream().noneMatch(record -> isParty(contract, record))) {
        return new Match(null, null, "The provider is not a supplier of this contract.");
      }
      if (named != null && !isParty(contract, named)) {
        return Match.parked(ParkReason.PROVIDER_UNKNOWN);
      }
      return new Match(contract, null, null);
    }

    private static boolean isParty(Candidate contract, UUID provider) {
      return provider.equals(contract.lead()) || contract.parties().contains(provider);
    }

    /** Judges a matched visit by the terms that held on its day. */
    AssessedVisit assess(
        int number, UUID key, VisitReport report, Match match, Instant recordedAt) {
      Candidate contract = Objects.requireNonNull(match.contract());
      LocalDate day = VisitTimes.day(report.plannedStart());
      VisitTerms held = terms.at(contract.contractId(), day);
      UUID named = report.providerId();
      String area = report.area() == null ? contract.area() : report.area();
      return new AssessedVisit(
          number,
          key,
          authority,
          report,
          contract.contractId(),
          day.withDayOfMonth(1),
          named == null ? contract.lead() : named,
          area == null ? NOWHERE : area,
          held.onTime(report),
          held.shortened(report),
          recordedAt);
    }
  }
}
