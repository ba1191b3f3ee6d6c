package uk.carecontracts.contracts.register;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.Party;

/** A supplier of a contract as a row, so that contracts are found by their suppliers. */
@Entity
@Table(name = "contract_party")
@SuppressWarnings("UnusedVariable") // written for searches, which read them in SQL
class ContractParty {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "contract_id", updatable = false)
  private Contract contract;

  @Column(updatable = false)
  private String authority;

  private String role;
  private String name;

  @Column(name = "trading_name")
  private @Nullable String tradingName;

  @Column(name = "provider_id")
  private @Nullable UUID providerId;

  /** For the persistence provider. */
  protected ContractParty() {}

  private ContractParty(Contract contract, UUID id) {
    this();
    this.contract = contract;
    this.authority = contract.authority();
    this.id = id;
  }

  /** Makes the rows say what the parties say; parties with an identity keep their row. */
  static void align(Contract contract, List<ContractParty> rows, List<Party> parties) {
    Map<UUID, ContractParty> held =
        rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
    rows.removeIf(row -> parties.stream().noneMatch(party -> row.id.equals(party.id())));
    for (Party party : parties) {
      UUID id = Objects.requireNonNull(party.id());
      ContractParty row = held.get(id);
      if (row == null) {
        row = new ContractParty(contract, id);
        rows.add(row);
      }
      row.take(party);
    }
  }

  private void take(Party party) {
    role = party.role().name();
    name = party.name();
    tradingName = party.tradingName();
    providerId = party.providerId();
  }
}
