package uk.carecontracts.contracts.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The full public state of a contract: body of its resource and of its events.
 *
 * @param id identity
 * @param authority GSS code of the authority whose register it is in
 * @param ending how it ended; of an active contract, how it is to end
 * @param sources entries of other systems it was read from
 * @param remarks what its keeper should look at
 * @param version raised by every change; also its entity tag
 */
public record ContractState(
    UUID id,
    String authority,
    String reference,
    String title,
    @Nullable String description,
    @Nullable String directorate,
    @Nullable String department,
    @Nullable String buyerName,
    @Nullable ContractType type,
    @Nullable Regime regime,
    @Nullable Procedure procedure,
    ContractStatus status,
    Categories categories,
    @Nullable String serviceType,
    List<String> clientGroups,
    @Nullable String area,
    List<Party> parties,
    List<Lot> lots,
    ContractValues values,
    ContractDates dates,
    List<ContractDocument> documents,
    List<SocialValueCommitment> socialValue,
    List<String> minimumStandards,
    List<String> outcomes,
    @Nullable Boolean competed,
    List<VariationReason> permittedVariations,
    @Nullable Ending ending,
    List<SourceReference> sources,
    List<Remark> remarks,
    long version) {

  /** States of earlier days may know less. */
  public ContractState {
    permittedVariations = Lists.orEmpty(permittedVariations);
  }

  /** The last day it runs as things stand: an ending that is announced comes before the term's. */
  public @Nullable LocalDate lastDay() {
    return ending == null ? dates.end() : ending.date();
  }

  /** The state made of identity, terms and life. */
  public static ContractState of(
      UUID id,
      String authority,
      ContractStatus status,
      ContractTerms terms,
      @Nullable Ending ending,
      List<SourceReference> sources,
      List<Remark> remarks,
      long version) {
    return new ContractState(
        id,
        authority,
        terms.reference(),
        terms.title(),
        terms.description(),
        terms.directorate(),
        terms.department(),
        terms.buyerName(),
        terms.type(),
        terms.regime(),
        terms.procedure(),
        status,
        terms.categories(),
        terms.serviceType(),
        terms.clientGroups(),
        terms.area(),
        terms.parties(),
        terms.lots(),
        terms.values(),
        terms.dates(),
        terms.documents(),
        terms.socialValue(),
        terms.minimumStandards(),
        terms.outcomes(),
        terms.competed(),
        terms.permittedVariations(),
        ending,
        sources,
        remarks,
        version);
  }
}
