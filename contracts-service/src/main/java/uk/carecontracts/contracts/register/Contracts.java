package uk.carecontracts.contracts.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The contracts the caller's authority keeps. */
public interface Contracts {
  /** A contract by identity; empty when there is none, or it is another authority's. */
  Optional<Contract> find(UUID id);

  /** Contracts by identity, with their parties, in one statement. */
  Map<UUID, Contract> findAll(Collection<UUID> ids);

  /** Which of these references are taken, and by whom. */
  Map<String, UUID> referencesTaken(String authority, Collection<String> references);

  /** Adds a new contract. */
  void add(Contract contract);

  /** Writes pending changes, so that versions are right and conflicts show. */
  void flush();

  /**
   * Active contracts whose announced last day is before a day, oldest first, but for those that a
   * change agreed for a day before is still to come into force of.
   */
  List<UUID> announcedToEndBefore(LocalDate day, int limit);

  /**
   * Active contracts of which no ending is announced and whose last day is before a day, oldest
   * first; without those for which a change was agreed that is due and not in force yet, because it
   * may let them run longer.
   */
  List<UUID> endedBefore(LocalDate day, int limit);
}
