package uk.carecontracts.providers.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** Which provider a supplier named in a contract is. */
@Entity
@Table(name = "supplier_match")
public class SupplierMatch {

  @Id private UUID id;
  @Version private long version;
  private String authority;

  @Column(name = "contract_id")
  private UUID contractId;

  @Column(name = "party_id")
  private String partyId;

  @Column(name = "supplied_name")
  private String suppliedName;

  @JdbcTypeCode(SqlTypes.JSON)
  private SuppliedParty supplied;

  @Enumerated(EnumType.STRING)
  private MatchStatus status;

  @Column(name = "provider_id")
  private @Nullable UUID providerId;

  private int score;
  private String method;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> explanation = List.of();

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<UUID> candidates = List.of();

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Column(name = "matched_at")
  private Instant matchedAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected SupplierMatch() {}

  /** The key of the match of one party of one contract. */
  static UUID idOf(UUID contractId, String partyId) {
    return Ids.named("supplier-match:" + contractId + ":" + partyId);
  }

  static SupplierMatch of(UUID contractId, String authority, SuppliedParty party) {
    SupplierMatch match = new SupplierMatch();
    match.id = idOf(contractId, party.id());
    match.version = 1;
    match.contractId = contractId;
    match.authority = authority;
    match.partyId = party.id();
    match.describe(party);
    return match;
  }

  private void describe(SuppliedParty party) {
    supplied = party;
    suppliedName = party.name().isBlank() ? "-" : party.name();
  }

  /** Whether what was decided still answers what the contract says. */
  boolean answers(SuppliedParty party) {
    return supplied.describesTheSame(party);
  }

  /** The rules found a provider, nobody, or more than they may decide between. */
  void conclude(SuppliedParty party, Conclusion conclusion, Instant now) {
    describe(party);
    status = conclusion.status();
    providerId = conclusion.providerId();
    score = conclusion.score();
    method = conclusion.method();
    explanation = conclusion.explanation();
    candidates = conclusion.candidates();
    decidedBy = null;
    matchedAt = now;
  }

  /** A person decided. */
  void decide(UUID provider, String person, String reason, Instant now) {
    if (status != MatchStatus.REVIEW) {
      throw new RuleViolation("NOT_IN_REVIEW", "This match is " + status + ", not in REVIEW.");
    }
    status = MatchStatus.MATCHED;
    providerId = provider;
    score = 100;
    method = "DECIDED";
    explanation = List.of("Decided by " + person + ": " + reason);
    candidates = List.of();
    decidedBy = person;
    matchedAt = now;
  }

  SupplierMatchState state(@Nullable String providerName) {
    return new SupplierMatchState(
        id,
        contractId,
        authority,
        partyId,
        suppliedName,
        status,
        providerId,
        providerName,
        score,
        method,
        List.copyOf(explanation),
        List.copyOf(candidates),
        version);
  }

  UUID id() {
    return id;
  }

  UUID contractId() {
    return contractId;
  }

  String authority() {
    return authority;
  }

  SuppliedParty supplied() {
    return supplied;
  }

  @Nullable UUID providerId() {
    return providerId;
  }

  long version() {
    return version;
  }

  /** What the rules came to. */
  record Conclusion(
      MatchStatus status,
      @Nullable UUID providerId,
      int score,
      String method,
      List<String> explanation,
      List<UUID> candidates) {}
}
