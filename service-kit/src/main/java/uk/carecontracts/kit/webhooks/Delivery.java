package uk.carecontracts.kit.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one subscriber.
 *
 * @param id identifies the delivery
 * @param eventId the event, also the {@code webhook-id} header by which a receiver tells repeats
 * @param type the event's type
 * @param aggregateId what the event is about
 * @param position the event's place in commit order
 * @param status whether it arrived
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried next, while it is pending
 * @param lastStatus HTTP status of the last answer, absent when there was none
 * @param lastError what went wrong last
 * @param deliveredAt when it arrived
 */
@Schema(name = "WebhookDelivery")
public record Delivery(
    UUID id,
    UUID eventId,
    String type,
    UUID aggregateId,
    long position,
    Status status,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    @Nullable Instant deliveredAt) {

  /** Whether an event arrived. */
  @Schema(name = "WebhookDeliveryStatus")
  public enum Status {
    /** On its way, or waiting behind an earlier one of the same aggregate. */
    PENDING,
    /** The subscriber answered 2xx. */
    DELIVERED,
    /** Given up after the last attempt; it can be replayed. */
    DEAD
  }
}
