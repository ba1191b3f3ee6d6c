package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.fitness.SuspendedParty;
import uk.carecontracts.contracts.risk.ContractRisk;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.http.Preconditions;

/**
 * A contract as its resource shows it.
 *
 * @param contract its full public state
 * @param risk what monitoring says of it, where known
 * @param suspendedParties its suppliers that get no new work today
 */
public record ContractView(
    @JsonUnwrapped ContractState contract,
    @Nullable ContractRisk risk,
    List<SuspendedParty> suspendedParties) {

  /** The entity tag: the contract's version, and marks of what is shown beside it. */
  String etag() {
    String marks =
        (risk == null ? "" : risk.mark())
            + (suspendedParties.isEmpty()
                ? ""
                : "s" + Integer.toUnsignedString(suspendedParties.toString().hashCode(), 36));
    return marks.isEmpty()
        ? Preconditions.etag(contract.version())
        : Preconditions.etag(contract.version(), marks);
  }
}
