package uk.carecontracts.contracts.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.contracts.register.ContractRow;
import uk.carecontracts.contracts.terms.ContractState;

/** Contracts as the public sees them: without what is exempt, and with the ground for it. */
@ApplicationScoped
class PublicEntries {
  private final ExemptionRepository exemptions;
  private final AuthorityNames names;

  PublicEntries(ExemptionRepository exemptions, AuthorityNames names) {
    this.exemptions = exemptions;
    this.names = names;
  }

  /** The entries of contracts, in their order. */
  List<TransparencyEntry> of(List<ContractRow> rows) {
    Map<UUID, Map<ExemptField, Exemption>> hidden =
        exemptions.inForce(rows.stream().map(row -> row.state().id()).toList());
    return rows.stream()
        .map(row -> entry(row.state(), hidden.getOrDefault(row.state().id(), Map.of())))
        .toList();
  }

  private TransparencyEntry entry(ContractState state, Map<ExemptField, Exemption> hidden) {
    return TransparencyEntry.of(
        Redaction.apply(state, hidden.keySet()),
        names.of(state.authority()),
        hidden.values().stream().map(Exemption::withheld).toList());
  }
}
