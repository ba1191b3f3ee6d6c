package uk.carecontracts.contracts.register;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.kit.money.Money;

/**
 * The decision for a supplier.
 *
 * @param suppliers who was chosen; the parties the contract had are replaced
 * @param awardDate day of the decision
 * @param signatureDate day the contract was signed
 * @param value total value awarded, when it differs from the one tendered
 * @param startDate first day, when it differs
 * @param endDate last day, when it differs
 */
public record Award(
    @NotEmpty @Valid @Size(max = 200) List<Party> suppliers,
    @NotNull LocalDate awardDate,
    @Nullable LocalDate signatureDate,
    @Nullable Money value,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate) {

  /** What the contract says once it is awarded. */
  ContractTerms appliedTo(ContractTerms terms) {
    return terms.with(
        suppliers,
        value == null ? terms.values() : terms.values().withTotal(value),
        terms.dates().awarded(awardDate, signatureDate).running(startDate, endDate));
  }
}
