package uk.carecontracts.contracts.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which provider record stands for which after merges, and which parties that moved. */
interface ProviderRedirects {
  /** A party of a contract and the record it pointed to before any merge. */
  record Affected(UUID contractId, UUID partyId, String authority, UUID stated) {}

  /** Lets nobody else link suppliers until this transaction ends. */
  void lock();

  /**
   * Keeps what a version of a provider record says.
   *
   * @param mergedInto the record that speaks for it; null when it speaks for itself
   * @return whether that is news
   */
  boolean learn(UUID provider, long version, @Nullable UUID mergedInto);

  /** The record that speaks for a provider. */
  UUID survivor(UUID provider);

  /** Those of these records that another one speaks for, with it. */
  Map<UUID, UUID> merged(Collection<UUID> providers);

  /** Parties that stand for a provider, or for one merged into it, and show another record. */
  List<Affected> notShowing(UUID provider, UUID survivor);

  /** Remembers where a party pointed before merges, to take it back there. */
  void remember(Affected party, UUID shown);
}
