package uk.carecontracts.kit.tenancy;

import java.util.Locale;

/** How far a transaction sees; PostgreSQL's row policies read it. */
public enum Reach {
  /** Rows of one authority. */
  OWN,
  /** What anyone may read: rows a table's policy calls public. */
  PUBLIC,
  /** Every row: the relay, consumers and schedules, never a request. */
  SYSTEM;

  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }
}
