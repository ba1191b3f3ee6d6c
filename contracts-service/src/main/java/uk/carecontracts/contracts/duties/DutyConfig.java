package uk.carecontracts.contracts.duties;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Optional;

/** What the sources of the duties clock leave open. */
@ConfigMapping(prefix = "duties")
public interface DutyConfig {
  /**
   * {@code duties.payment-notices-from}: the day Procurement Act 2023 s.70 commenced, such as
   * 2026-04-01, once somebody confirmed it; without it no payment notice is owed. Rebuild the
   * consumer {@code duties} after a change.
   */
  Optional<LocalDate> paymentNoticesFrom();
}
