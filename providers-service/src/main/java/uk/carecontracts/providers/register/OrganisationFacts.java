package uk.carecontracts.providers.register;

import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.identity.Candidate;

/**
 * What a register says about an organisation.
 *
 * @param candidate name, identifiers and postcode; a blank name where only a number is given
 * @param kind sort of organisation
 * @param vcse whether it is a voluntary, community or social enterprise
 * @param brand name that homes of several owners share
 * @param address of the registered office
 * @param website its site
 * @param legalName whether the name is the one in the register of companies
 */
public record OrganisationFacts(
    Candidate candidate,
    @Nullable ProviderKind kind,
    @Nullable Boolean vcse,
    @Nullable String brand,
    @Nullable String address,
    @Nullable String website,
    boolean legalName) {

  /** Only a name, as a directory spells it. */
  public static OrganisationFacts named(Candidate candidate, @Nullable ProviderKind kind) {
    return new OrganisationFacts(candidate, kind, null, null, null, null, false);
  }
}
