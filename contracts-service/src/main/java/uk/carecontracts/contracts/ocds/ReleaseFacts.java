package uk.carecontracts.contracts.ocds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractEvent;

/**
 * What a release says beside the contract itself.
 *
 * @param ocid the contracting process
 * @param authorityName name of the authority, the buyer where none other is stated
 * @param event what made the version
 * @param statusIsNew whether the version brought the status it has
 * @param at when
 * @param previousVersion the version published before, where there is one
 * @param reason why it changed, where that may be published
 */
public record ReleaseFacts(
    String ocid,
    String authorityName,
    ContractEvent event,
    boolean statusIsNew,
    Instant at,
    @Nullable Long previousVersion,
    @Nullable String reason) {

  /** The identifier of a version's release. */
  String releaseId(long version) {
    return ocid + "-" + version;
  }
}
