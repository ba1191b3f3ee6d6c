package uk.carecontracts.providers.register;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.MatchScore;
import uk.carecontracts.providers.identity.OrganisationMatch;
import uk.carecontracts.providers.identity.OrganisationName;

/** An organisation that provides care, once in the whole database. */
@Entity
@Table(name = "provider")
public class Provider {

  @Id private UUID id;
  @Version private long version;
  private String authority;

  @Column(name = "legal_name")
  private String legalName;

  @Column(name = "sort_name")
  private String sortName;

  @Column(name = "trading_names")
  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> tradingNames = List.of();

  @Enumerated(EnumType.STRING)
  private @Nullable ProviderKind kind;

  @Enumerated(EnumType.STRING)
  private @Nullable ProviderSize size;

  private @Nullable Boolean sme;
  private @Nullable Boolean vcse;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> identifiers = List.of();

  private @Nullable String postcode;
  private @Nullable String address;
  private @Nullable String website;

  @Column(name = "ultimate_owner")
  private @Nullable String ultimateOwner;

  private @Nullable String brand;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> areas = List.of();

  @Column(name = "client_groups")
  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> clientGroups = List.of();

  @Enumerated(EnumType.STRING)
  private ProviderStatus status;

  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  @Column(name = "registered_at")
  private Instant registeredAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Provider() {}

  /** Registers an organisation nobody had recorded. */
  static Provider register(UUID id, String authority, ProviderDetails details, Instant now) {
    Provider provider = new Provider();
    provider.id = id;
    provider.version = 1;
    provider.authority = authority;
    provider.status = ProviderStatus.ACTIVE;
    provider.registeredAt = now;
    provider.take(details);
    return provider;
  }

  /**
   * Takes over corrected details.
   *
   * @return the names of the fields that changed; empty when nothing did
   */
  Set<String> amend(ProviderDetails details) {
    requireActive("amended");
    Set<String> changed = difference(details(), details);
    if (!changed.isEmpty()) {
      take(details);
    }
    return changed;
  }

  /** Becomes a duplicate of another record, which speaks for it from now on. */
  void mergeInto(Provider survivor) {
    requireActive("merged");
    if (survivor.id.equals(id)) {
      throw new RuleViolation(
          "MERGE_INTO_ITSELF", "A record cannot be merged into itself.", "/into");
    }
    survivor.requireActive("merged into");
    MatchScore score = OrganisationMatch.score(candidate(), survivor.candidate());
    if (score.method() == MatchScore.Method.IDENTIFIER_CONTRADICTION
        || score.method() == MatchScore.Method.IDENTIFIER_CONFLICT) {
      throw new RuleViolation(
          "IDENTIFIERS_CONTRADICT",
          "These are two organisations. " + String.join(" ", score.explanation()),
          "/into");
    }
    status = ProviderStatus.MERGED;
    mergedInto = survivor.id;
  }

  /** Takes a duplicate's names and identifiers over. */
  void absorb(Provider duplicate) {
    Set<String> names = new LinkedHashSet<>(tradingNames);
    names.add(duplicate.legalName);
    names.addAll(duplicate.tradingNames);
    names.remove(legalName);
    tradingNames = List.copyOf(names);
    Set<String> keys = new TreeSet<>(identifiers);
    keys.addAll(duplicate.identifiers);
    identifiers = List.copyOf(keys);
  }

  /** Gives back what a merge had added. */
  void release(List<String> movedIdentifiers, List<String> movedNames) {
    identifiers = identifiers.stream().filter(key -> !movedIdentifiers.contains(key)).toList();
    tradingNames = tradingNames.stream().filter(name -> !movedNames.contains(name)).toList();
  }

  /** Is no duplicate after all. */
  void unmerge() {
    if (status != ProviderStatus.MERGED) {
      throw new RuleViolation("NOT_MERGED", "This record is not merged into another one.");
    }
    status = ProviderStatus.ACTIVE;
    mergedInto = null;
  }

  private void requireActive(String what) {
    if (status != ProviderStatus.ACTIVE) {
      throw new RuleViolation(
          "PROVIDER_MERGED",
          "This record is merged into " + mergedInto + " and can no longer be " + what + ".");
    }
  }

  private void take(ProviderDetails details) {
    legalName = details.legalName();
    sortName = OrganisationName.of(legalName).core();
    tradingNames = details.tradingNames();
    kind = details.kind();
    size = details.size();
    sme = details.sme();
    vcse = details.vcse();
    identifiers = details.identifiers().stream().map(Identifier::key).toList();
    postcode = details.postcode();
    address = details.address();
    website = details.website();
    ultimateOwner = details.ultimateOwner();
    brand = details.brand();
    areas = details.areas();
    clientGroups = details.clientGroups();
  }

  private static Set<String> difference(ProviderDetails before, ProviderDetails after) {
    Set<String> changed = new LinkedHashSet<>();
    List<Object[]> pairs = new ArrayList<>();
    pairs.add(new Object[] {"legalName", before.legalName(), after.legalName()});
    pairs.add(new Object[] {"tradingNames", before.tradingNames(), after.tradingNames()});
    pairs.add(new Object[] {"kind", before.kind(), after.kind()});
    pairs.add(new Object[] {"size", before.size(), after.size()});
    pairs.add(new Object[] {"sme", before.sme(), after.sme()});
    pairs.add(new Object[] {"vcse", before.vcse(), after.vcse()});
    pairs.add(new Object[] {"identifiers", before.identifiers(), after.identifiers()});
    pairs.add(new Object[] {"postcode", before.postcode(), after.postcode()});
    pairs.add(new Object[] {"address", before.address(), after.address()});
    pairs.add(new Object[] {"website", before.website(), after.website()});
    pairs.add(new Object[] {"ultimateOwner", before.ultimateOwner(), after.ultimateOwner()});
    pairs.add(new Object[] {"brand", before.brand(), after.brand()});
    pairs.add(new Object[] {"areas", before.areas(), after.areas()});
    pairs.add(new Object[] {"clientGroups", before.clientGroups(), after.clientGroups()});
    for (Object[] pair : pairs) {
      if (!Objects.equals(pair[1], pair[2])) {
        changed.add((String) pair[0]);
      }
    }
    return changed;
  }

  /** The identifiers in normal form. */
  List<Identifier> identifiers() {
    return identifiers.stream().map(Provider::identifier).sorted().toList();
  }

  /** Reads an identifier as records store it. */
  static Identifier identifier(String key) {
    int colon = key.indexOf(':');
    return Identifier.parse(key.substring(0, colon), key.substring(colon + 1)).orElseThrow();
  }

  /** Everything the record says. */
  ProviderDetails details() {
    return new ProviderDetails(
        legalName,
        tradingNames,
        kind,
        size,
        sme,
        vcse,
        identifiers(),
        postcode,
        address,
        website,
        ultimateOwner,
        brand,
        areas,
        clientGroups);
  }

  /** What the record says about who the organisation is. */
  public Candidate candidate() {
    return details().candidate();
  }

  /** The record as the API and events show it. */
  public ProviderState state() {
    return new ProviderState(
        id,
        authority,
        legalName,
        List.copyOf(tradingNames),
        sortName,
        kind,
        size,
        sme,
        vcse,
        identifiers().stream().map(IdentifierForm::of).toList(),
        postcode,
        address,
        website,
        ultimateOwner,
        brand,
        List.copyOf(areas),
        List.copyOf(clientGroups),
        status,
        mergedInto,
        version);
  }

  /** The record's key. */
  public UUID id() {
    return id;
  }

  /** The name in its register. */
  public String legalName() {
    return legalName;
  }

  List<String> tradingNames() {
    return tradingNames;
  }

  long version() {
    return version;
  }

  @Nullable UUID mergedInto() {
    return mergedInto;
  }

  String sortName() {
    return sortName;
  }
}
