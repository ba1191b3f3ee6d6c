package uk.carecontracts.monitoring.assessments;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A standard with what was found.
 *
 * @param standard its code
 * @param title what is expected
 * @param domain its domain
 * @param minimum whether every specification demands it
 * @param weight its importance
 * @param score 4 excellent, 3 good, 2 requires improvement, 1 poor; absent until judged
 * @param finding what was seen, heard and read
 * @param shortfall what is missing, for a score below 3
 */
@Schema(name = "JudgedStandard")
public record Judged(
    String standard,
    String title,
    String domain,
    boolean minimum,
    BigDecimal weight,
    @Nullable Integer score,
    @Nullable String finding,
    @Nullable String shortfall) {
  /** The best score. */
  static final int BEST = 4;

  static Judged open(Standard standard) {
    return new Judged(
        standard.code(),
        standard.title(),
        standard.domain(),
        standard.minimum(),
        standard.weight(),
        null,
        null,
        null);
  }

  Judged judge(int points, @Nullable String seen, @Nullable String missing) {
    return new Judged(standard, title, domain, minimum, weight, points, seen, missing);
  }

  boolean falls() {
    return score != null && score < 3;
  }
}
