package uk.carecontracts.contracts.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a keeper writes into the register about one contract (DOMAIN.md, S1).
 *
 * @param reference the authority's own reference, unique within it
 * @param title what it is called
 * @param description what is provided
 * @param directorate directorate responsible
 * @param department department responsible
 * @param buyerName who buys, where that is not simply the authority
 * @param type kind of agreement
 * @param regime body of rules it is bought under
 * @param procedure how the supplier is found
 * @param categories what kind of thing is bought
 * @param serviceType service in the authority's own code list, UPPER_SNAKE
 * @param clientGroups groups of people it is for, UPPER_SNAKE
 * @param area where it is delivered
 * @param parties suppliers
 * @param lots parts won separately
 * @param values what it is worth
 * @param dates its days
 * @param documents its documents
 * @param socialValue what is promised beyond the service
 * @param minimumStandards standards every provider of it meets
 * @param outcomes results for people that are bought
 * @param competed result of an invitation to quote or a published invitation to tender; follows
 *     from the procedure when left out
 * @param permittedVariations reasons for which it may be varied, frozen at its award; all of them
 *     when left out
 */
public record ContractTerms(
    @NotBlank @Size(max = 200) String reference,
    @NotBlank @Size(max = 1000) String title,
    @Nullable @Size(max = 20000) String description,
    @Nullable @Size(max = 200) String directorate,
    @Nullable @Size(max = 200) String department,
    @Nullable @Size(max = 300) String buyerName,
    @Nullable ContractType type,
    @Nullable Regime regime,
    @Nullable Procedure procedure,
    @Valid Categories categories,
    @Nullable @Pattern(regexp = CODE, message = CODE_MESSAGE) String serviceType,
    List<@Pattern(regexp = CODE, message = CODE_MESSAGE) String> clientGroups,
    @Nullable @Size(max = 1000) String area,
    @Valid @Size(max = 200) List<Party> parties,
    @Valid @Size(max = 200) List<Lot> lots,
    @Valid ContractValues values,
    @Valid ContractDates dates,
    @Valid @Size(max = 500) List<ContractDocument> documents,
    @Valid @Size(max = 200) List<SocialValueCommitment> socialValue,
    @Size(max = 200) List<@NotBlank @Size(max = 1000) String> minimumStandards,
    @Size(max = 200) List<@NotBlank @Size(max = 1000) String> outcomes,
    @Nullable Boolean competed,
    @Size(max = 8) List<VariationReason> permittedVariations) {
  private static final String CODE = "[A-Z][A-Z0-9_]{0,59}";
  private static final String CODE_MESSAGE = "must be a code in UPPER_SNAKE";

  /** What is left out becomes empty. */
  public ContractTerms {
    categories = categories == null ? Categories.NONE : categories;
    clientGroups = Lists.orEmpty(clientGroups);
    parties = Lists.orEmpty(parties);
    lots = Lists.orEmpty(lots);
    values = values == null ? ContractValues.NONE : values;
    dates = dates == null ? ContractDates.NONE : dates;
    documents = Lists.orEmpty(documents);
    socialValue = Lists.orEmpty(socialValue);
    minimumStandards = Lists.orEmpty(minimumStandards);
    outcomes = Lists.orEmpty(outcomes);
    permittedVariations = Lists.orEmpty(permittedVariations);
    competed =
        (competed == null && procedure != null) ? procedure.competed().orElse(null) : competed;
  }

  /** The same terms with other parties. */
  public ContractTerms withParties(List<Party> others) {
    return with(others, values, dates);
  }

  /** The same terms with other parties, values and dates. */
  public ContractTerms with(
      List<Party> newParties, ContractValues newValues, ContractDates newDates) {
    return new ContractTerms(
        reference,
        title,
        description,
        directorate,
        department,
        buyerName,
        type,
        regime,
        procedure,
        categories,
        serviceType,
        clientGroups,
        area,
        newParties,
        lots,
        newValues,
        newDates,
        documents,
        socialValue,
        minimumStandards,
        outcomes,
        competed,
        permittedVariations);
  }

  /** Whether someone answers for the contract. */
  public boolean hasLeadSupplier() {
    return parties.stream().anyMatch(party -> party.role() == PartyRole.LEAD_SUPPLIER);
  }
}
