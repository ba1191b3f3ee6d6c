package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a contract and why, as recorded beside its new state.
 *
 * @param fields what changed, place by place
 * @param reason why, in the words of who did it
 */
public record ContractChange(List<FieldChange> fields, @Nullable String reason) {
  /**
   * One changed place.
   *
   * @param pointer JSON pointer into the state
   * @param before what it was, absent when nothing
   * @param after what it is, absent when nothing
   */
  public record FieldChange(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {}
}
