package uk.carecontracts.providers.register;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;

/**
 * Everything a record says about an organisation; what is null is not known.
 *
 * @param legalName name in its register
 * @param tradingNames further names
 * @param kind sort of organisation
 * @param size size band
 * @param sme small or medium-sized enterprise
 * @param vcse voluntary, community or social enterprise
 * @param identifiers register identifiers
 * @param postcode of the registered office, in its usual spelling
 * @param address of the registered office
 * @param website address of its site
 * @param ultimateOwner name of the organisation or person at the top
 * @param brand name that homes of several owners may share
 * @param areas GSS codes of the areas it serves
 * @param clientGroups codes of the people it serves
 */
public record ProviderDetails(
    String legalName,
    List<String> tradingNames,
    @Nullable ProviderKind kind,
    @Nullable ProviderSize size,
    @Nullable Boolean sme,
    @Nullable Boolean vcse,
    List<Identifier> identifiers,
    @Nullable String postcode,
    @Nullable String address,
    @Nullable String website,
    @Nullable String ultimateOwner,
    @Nullable String brand,
    List<String> areas,
    List<String> clientGroups) {

  /** Sorted and without repetitions, so that equal content is equal. */
  public ProviderDetails {
    tradingNames = tradingNames.stream().distinct().toList();
    identifiers = identifiers.stream().distinct().sorted().toList();
    areas = areas.stream().distinct().sorted().toList();
    clientGroups = clientGroups.stream().distinct().sorted().toList();
  }

  /** What they say about who the organisation is. */
  public Candidate candidate() {
    return new Candidate(legalName, tradingNames, Set.copyOf(identifiers), postcode);
  }

  /** The details of an organisation of which only a name and some identifiers are known. */
  public static ProviderDetails of(
      String legalName,
      List<String> tradingNames,
      List<Identifier> identifiers,
      @Nullable String postcode) {
    return new ProviderDetails(
        legalName,
        tradingNames,
        null,
        null,
        null,
        null,
        identifiers,
        postcode,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }
}
