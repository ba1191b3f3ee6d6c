package uk.carecontracts.contracts.pricing;

/** How the rate of a volume band applies. */
public enum BandMode {
  /** Each unit is paid at the rate of the band it falls into. */
  MARGINAL,
  /** All units are paid at the rate of the band the total volume falls into. */
  WHOLE_VOLUME
}
