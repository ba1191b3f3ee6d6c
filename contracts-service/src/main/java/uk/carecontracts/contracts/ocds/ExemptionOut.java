package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.contracts.terms.ContractState;

/**
 * Writes that a field is kept back, or published again, as a release of its process: it says all
 * that anyone may read now, and null for what was said and may not be read. Who merges it into what
 * was harvested before holds what the record holds.
 */
public final class ExemptionOut {
  private ExemptionOut() {}

  /**
   * The release of a version of an exemption.
   *
   * @param contract the contract as it stood then
   * @param open the releases until then as anyone may read them now; at least one
   * @param whole the same ones with nothing kept back: only names of fields are taken from them
   */
  public static ObjectNode of(
      UUID exemption,
      long version,
      ContractState contract,
      List<ObjectNode> open,
      List<ObjectNode> whole,
      Instant at) {
    ObjectNode release = ReleaseMerge.compile(open);
    ReleaseNulls.completeWithHistory(release, ReleaseMerge.compile(whole));
    release.put("id", release.path("ocid").asText() + "-exemption-" + exemption + "-" + version);
    release.put("date", at.toString());
    release.putArray("tag").add(ReleaseTags.update(contract));
    return release;
  }
}
