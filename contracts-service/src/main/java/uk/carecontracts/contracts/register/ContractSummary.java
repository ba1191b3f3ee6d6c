package uk.carecontracts.contracts.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.risk.ContractRisk;
import uk.carecontracts.contracts.terms.Categories;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.ContractValues;
import uk.carecontracts.contracts.terms.Party;

/** A contract in a list. */
public record ContractSummary(
    UUID id,
    String authority,
    String reference,
    String title,
    @Nullable ContractType type,
    ContractStatus status,
    Categories categories,
    @Nullable String serviceType,
    List<String> clientGroups,
    @Nullable String area,
    List<Supplier> suppliers,
    ContractValues values,
    ContractDates dates,
    @Nullable ContractRisk risk,
    long version) {

  /** A supplier in a list. */
  public record Supplier(String name, @Nullable UUID providerId) {
    private static Supplier of(Party party) {
      return new Supplier(party.name(), party.providerId());
    }
  }

  /** What a list shows of a contract found. */
  static ContractSummary of(ContractRow row) {
    ContractState state = row.state();
    return new ContractSummary(
        state.id(),
        state.authority(),
        state.reference(),
        state.title(),
        state.type(),
        state.status(),
        state.categories(),
        state.serviceType(),
        state.clientGroups(),
        state.area(),
        state.parties().stream().map(Supplier::of).toList(),
        state.values(),
        state.dates(),
        row.risk(),
        state.version());
  }
}
