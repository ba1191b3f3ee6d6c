package uk.carecontracts.contracts.placements;

/** How a placement is paid for (DOMAIN.md, glossary). */
public enum PlacementKind {
  /** Bought by itself. */
  SPOT,
  /** Fills volume that a contract has reserved. */
  BLOCK
}
