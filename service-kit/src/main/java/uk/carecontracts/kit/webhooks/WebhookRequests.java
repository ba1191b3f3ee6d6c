package uk.carecontracts.kit.webhooks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What subscribers send and get. */
public final class WebhookRequests {
  private WebhookRequests() {}

  /** A wish to be told. */
  @Schema(name = "NewWebhook")
  public record NewSubscription(
      @NotBlank @Size(max = 2000) @Schema(description = "Where to deliver: https, a public host")
          String url,
      @Size(max = 500) @Schema(description = "What it is for, in your words")
          @Nullable String description,
      @Size(max = 100) @Schema(description = "Event types wanted; one may end in *; none means all")
          @Nullable List<String> types,
      @Size(max = 20)
          @Schema(
              description =
                  "JSON pointers into the event's state with the values wanted there, such as"
                      + " {\"/status\": [\"ACTIVE\"]}; all must hold")
          @Nullable Map<String, List<String>> where,
      @Schema(description = "A cursor of the change feed to start from; now when absent")
          @Nullable String after) {
    EventFilter filter() {
      return new EventFilter(
          types == null ? List.of() : List.copyOf(types),
          where == null ? Map.of() : Map.copyOf(where));
    }
  }

  /** What a subscriber may ask a subscription to be. */
  @Schema(name = "WebhookWanted")
  public enum Wanted {
    /** Deliver, also what was held while paused or gone. */
    ACTIVE,
    /** Hold events until activated again. */
    PAUSED
  }

  /** What to change; what is absent stays. */
  @Schema(name = "WebhookChange")
  public record SubscriptionChange(
      @Size(max = 2000) @Nullable String url,
      @Size(max = 500) @Nullable String description,
      @Size(max = 100) @Nullable List<String> types,
      @Size(max = 20) @Nullable Map<String, List<String>> where,
      @Nullable Wanted status) {
    EventFilter filter(EventFilter before) {
      return new EventFilter(
          types == null ? before.types() : List.copyOf(types),
          where == null ? before.where() : Map.copyOf(where));
    }
  }

  /** A subscription as shown; the secret only when it was just made. */
  @Schema(name = "Webhook")
  public record SubscriptionView(
      UUID id,
      String authority,
      URI url,
      String description,
      List<String> types,
      Map<String, List<String>> where,
      @Schema(description = "ACTIVE, PAUSED, or GONE after the address answered 410") String status,
      @Schema(description = "Place in the change feed up to which deliveries were made out")
          String position,
      @Schema(description = "Shown once, when made: keep it, it signs every delivery")
          @Nullable String secret,
      @Schema(description = "Until when the secret before this one signs as well")
          @Nullable Instant previousSecretUntil,
      String createdBy,
      Instant createdAt) {
    static SubscriptionView of(Subscription s, boolean withSecret) {
      return new SubscriptionView(
          s.id(),
          s.authority(),
          s.url(),
          s.description(),
          s.filter().types(),
          s.filter().where(),
          s.status().name(),
          Long.toString(s.position()),
          withSecret ? s.secret() : null,
          s.previousUntil(),
          s.createdBy(),
          s.createdAt());
    }
  }

  /**
   * How an address answered a test message.
   *
   * @param arrived whether it answered 2xx
   * @param status HTTP status, absent when there was no answer
   * @param milliseconds how long it took
   * @param error what went wrong
   */
  @Schema(name = "WebhookPing")
  public record Ping(
      boolean arrived, @Nullable Integer status, long milliseconds, @Nullable String error) {}

  /** How many deliveries will be sent again. */
  @Schema(name = "WebhookReplay")
  public record Replayed(int replayed) {}
}
