package uk.carecontracts.contracts.schedules;

/** How a contract is priced (DOMAIN.md, S7 and S8). */
public enum PriceModel {
  /** An amount a year, whatever the volume. */
  FIXED,
  /** A price for each unit. */
  UNIT_RATE,
  /** A unit price that changes with volume by bands. */
  SLIDING_SCALE,
  /** An amount a year for reserved volume, and a price for each unit beyond it. */
  BLOCK_AND_SPOT,
  /** An amount a year of which a share depends on outcomes. */
  OUTCOME_SHARE
}
