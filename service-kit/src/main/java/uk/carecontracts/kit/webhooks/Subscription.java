package uk.carecontracts.kit.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One system's wish to be told.
 *
 * @param position place in the journal up to which deliveries have been made out
 * @param previousSecret the rotated secret, which signs too until {@code previousUntil}
 */
record Subscription(
    UUID id,
    String authority,
    URI url,
    String description,
    EventFilter filter,
    Status status,
    long position,
    String secret,
    @Nullable String previousSecret,
    @Nullable Instant previousUntil,
    long version,
    String createdBy,
    Instant createdAt) {

  /** Whether a subscription is served. */
  enum Status {
    /** Events are delivered. */
    ACTIVE,
    /** The subscriber asked to wait; nothing is lost meanwhile. */
    PAUSED,
    /** The address answered 410 Gone; activating it again takes it up from there. */
    GONE
  }

  /** The secrets that sign at a moment, the newest first. */
  List<String> secretsAt(Instant now) {
    List<String> secrets = new ArrayList<>(List.of(secret));
    if (previousSecret != null && previousUntil != null && previousUntil.isAfter(now)) {
      secrets.add(previousSecret);
    }
    return secrets;
  }
}
