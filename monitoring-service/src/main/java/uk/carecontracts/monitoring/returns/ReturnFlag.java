package uk.carecontracts.monitoring.returns;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something an officer should look at before approving.
 *
 * @param kind what was noticed
 * @param indicator the value concerned
 * @param explanation why, in one sentence with the figures
 * @param score the robust z-score of an outlier, two places
 */
@Schema(name = "ReturnFlag")
public record ReturnFlag(
    Kind kind, String indicator, String explanation, @Nullable BigDecimal score) {

  /** What can be noticed. */
  public enum Kind {
    /** Far from the contract's own history. */
    OUTLIER,
    /** Does not go together with another value of the return. */
    RULE,
    /** Differs from what the visit records say. */
    VISIT_RECORDS
  }
}
