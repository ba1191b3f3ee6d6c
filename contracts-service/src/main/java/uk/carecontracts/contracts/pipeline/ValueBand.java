package uk.carecontracts.contracts.pipeline;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bands of total value in pounds by which suppliers choose; each begins where the last ended. */
public enum ValueBand {
  /** Not stated. */
  UNKNOWN(null, null),
  /** Below £30,000, where the duty to advertise begins (Procurement Act 2023, part 6). */
  UP_TO_30K("0", "30000"),
  /** Below £100,000. */
  UP_TO_100K("30000", "100000"),
  /** Below £500,000. */
  UP_TO_500K("100000", "500000"),
  /** Below £1 million. */
  UP_TO_1M("500000", "1000000"),
  /** Below £5 million. */
  UP_TO_5M("1000000", "5000000"),
  /** £5 million and more. */
  OVER_5M("5000000", null);

  private final @Nullable BigDecimal from;
  private final @Nullable BigDecimal below;

  ValueBand(@Nullable String from, @Nullable String below) {
    this.from = from == null ? null : new BigDecimal(from);
    this.below = below == null ? null : new BigDecimal(below);
  }

  /** The band of a total value; nought counts as not stated. */
  public static ValueBand of(BigDecimal total) {
    return Arrays.stream(values())
        .filter(band -> band.from != null && total.signum() > 0)
        .filter(band -> band.below == null || total.compareTo(band.below) < 0)
        .findFirst()
        .orElse(UNKNOWN);
  }

  @Nullable BigDecimal from() {
    return from;
  }

  @Nullable BigDecimal below() {
    return below;
  }
}
