package uk.carecontracts.providers.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.register.OrganisationFacts;

/** An organisation as a register names it, of which a person must say which provider it is. */
@Entity
@Table(name = "named_organisation")
class NamedOrganisation {

  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String authority;

  @Column(updatable = false)
  private String name;

  @Column(updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  private Named named;

  @Column(updatable = false)
  private String source;

  @Enumerated(EnumType.STRING)
  private MatchStatus status;

  @Column(name = "provider_id")
  private @Nullable UUID providerId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> explanation = List.of();

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<UUID> candidates = List.of();

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<UUID> locations = List.of();

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Column(name = "named_at", updatable = false)
  private Instant namedAt;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected NamedOrganisation() {}

  /** What a register says of who it is. */
  record Named(
      String name,
      List<String> tradingNames,
      List<String> identifiers,
      @Nullable String postcode,
      @Nullable Boolean vcse) {

    static Named of(OrganisationFacts facts) {
      Candidate candidate = facts.candidate();
      return new Named(
          candidate.name(),
          candidate.tradingNames(),
          candidate.identifiers().stream().map(Identifier::key).sorted().toList(),
          candidate.postcode(),
          facts.vcse());
    }

    /** Identifiers were valid when they were kept; one whose rule has changed since is left. */
    Candidate candidate() {
      Set<Identifier> valid =
          identifiers.stream()
              .flatMap(key -> SuppliedParty.identifier(key).stream())
              .collect(Collectors.toSet());
      return new Candidate(name, tradingNames, valid, postcode);
    }
  }

  /** The key of the question that organisations named in this way come to. */
  static UUID idOf(OrganisationFacts facts) {
    Named named = Named.of(facts);
    return Ids.named(
        "named-organisation:"
            + named.name()
            + "|"
            + String.join(",", named.identifiers())
            + "|"
            + (named.postcode() == null ? "" : named.postcode()));
  }

  static NamedOrganisation ask(
      String authority,
      OrganisationFacts facts,
      String source,
      List<String> why,
      List<UUID> candidates,
      Instant now) {
    NamedOrganisation asked = new NamedOrganisation();
    asked.id = idOf(facts);
    asked.version = 1;
    asked.authority = authority;
    asked.name = facts.candidate().name();
    asked.named = Named.of(facts);
    asked.source = source;
    asked.status = MatchStatus.REVIEW;
    asked.explanation = why;
    asked.candidates = candidates;
    asked.namedAt = now;
    return asked;
  }

  /** It runs these locations as well; false when that is known. */
  boolean runs(Collection<UUID> more) {
    Set<UUID> all = new LinkedHashSet<>(locations);
    if (!all.addAll(more)) {
      return false;
    }
    locations = new ArrayList<>(all);
    return true;
  }

  /** A person decided. */
  void decide(UUID provider, String person, String reason, Instant now) {
    requireOpen();
    status = MatchStatus.MATCHED;
    providerId = provider;
    explanation = List.of("Decided by " + person + ": " + reason);
    candidates = List.of();
    decidedBy = person;
    decidedAt = now;
  }

  /** Only what waits for a decision is decided. */
  void requireOpen() {
    if (status != MatchStatus.REVIEW) {
      throw new RuleViolation("NOT_IN_REVIEW", "This match is " + status + ", not in REVIEW.");
    }
  }

  NamedOrganisationState state() {
    return new NamedOrganisationState(
        id,
        authority,
        name,
        named.identifiers(),
        named.postcode(),
        source,
        status,
        providerId,
        List.copyOf(explanation),
        List.copyOf(candidates),
        List.copyOf(locations),
        decidedBy,
        namedAt,
        decidedAt,
        version);
  }

  UUID id() {
    return id;
  }

  String authority() {
    return authority;
  }

  Named named() {
    return named;
  }

  @Nullable UUID providerId() {
    return providerId;
  }

  List<UUID> locations() {
    return List.copyOf(locations);
  }

  long version() {
    return version;
  }
}
