package uk.carecontracts.providers.identity;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about an organisation, as far as it tells who it is.
 *
 * @param name the legal name as written, possibly with "trading as"
 * @param tradingNames further names
 * @param identifiers register identifiers
 * @param postcode the postcode as written, if known
 */
public record Candidate(
    String name,
    List<String> tradingNames,
    Set<Identifier> identifiers,
    @Nullable String postcode) {

  /** Copies defensively. */
  public Candidate {
    tradingNames = List.copyOf(tradingNames);
    identifiers = Set.copyOf(identifiers);
  }

  /** A candidate known by its name alone. */
  public static Candidate named(String name) {
    return new Candidate(name, List.of(), Set.of(), null);
  }

  /** Every name in normal form: first the legal one, then trading names. */
  public Set<OrganisationName> names() {
    Set<OrganisationName> names = new LinkedHashSet<>(OrganisationName.all(name));
    tradingNames.forEach(trading -> names.addAll(OrganisationName.all(trading)));
    names.removeIf(normal -> normal.core().isEmpty());
    return names;
  }

  /**
   * What records about one organisation are found by: two candidates that have none of these in
   * common are never compared. A name in common has its start in common.
   */
  public Set<String> foundBy() {
    Set<String> keys = new HashSet<>();
    identifiers.forEach(identifier -> keys.add("identifier " + identifier.key()));
    names().forEach(normal -> keys.add("name " + normal.block()));
    parsedPostcode().ifPresent(parsed -> keys.add("postcode " + parsed.value()));
    return keys;
  }

  /** The postcode in its usual spelling, when it is one. */
  public Optional<Postcode> parsedPostcode() {
    return Optional.ofNullable(postcode).flatMap(Postcode::parse);
  }
}
