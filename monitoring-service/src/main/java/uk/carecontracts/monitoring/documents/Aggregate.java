package uk.carecontracts.monitoring.documents;

import java.util.UUID;

/**
 * An aggregate that is its own public state: an unchanging record whose verbs give the next one.
 */
public interface Aggregate {
  /** Which one. */
  UUID id();

  /** GSS code of the authority it belongs to. */
  String authority();

  /** Raised by every change, 1 at first. */
  long version();
}
