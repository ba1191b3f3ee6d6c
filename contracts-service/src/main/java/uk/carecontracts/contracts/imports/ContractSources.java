package uk.carecontracts.contracts.imports;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries of other systems are held, and what they said last. */
interface ContractSources {
  /**
   * One entry held.
   *
   * @param contractId the contract read from it
   * @param hash fingerprint of what it said
   * @param content what it said, as JSON
   * @param statedAt when it said so
   */
  record Held(UUID contractId, String hash, String content, @Nullable Instant statedAt) {}

  /** One entry to hold. */
  record Holding(
      String authority,
      String scheme,
      String value,
      UUID contractId,
      String hash,
      String content,
      @Nullable Instant statedAt,
      Instant importedAt) {}

  /** The entries held of a scheme, by their identifiers. */
  Map<String, Held> held(String authority, String scheme, Collection<String> values);

  /** Keeps what entries say now. */
  void hold(List<Holding> holdings);
}
