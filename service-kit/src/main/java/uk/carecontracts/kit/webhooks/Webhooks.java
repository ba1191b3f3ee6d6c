package uk.carecontracts.kit.webhooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.KitEvents;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.ProblemKind;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;

/** What a subscriber does with its subscriptions. */
@ApplicationScoped
class Webhooks {
  private final Subscriptions subscriptions;
  private final Deliveries deliveries;
  private final EndpointPolicy policy;
  private final WebhookConfig config;
  private final KitEvents events;
  private final Courier courier;
  private final Preconditions preconditions;
  private final Caller caller;
  private final Clock clock;
  private final ObjectMapper json;

  Webhooks(
      Subscriptions subscriptions,
      Deliveries deliveries,
      EndpointPolicy policy,
      WebhookConfig config,
      KitEvents events,
      Courier courier,
      Preconditions preconditions,
      Caller caller,
      Clock clock,
      ObjectMapper json) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.policy = policy;
    this.config = config;
    this.events = events;
    this.courier = courier;
    this.preconditions = preconditions;
    this.caller = caller;
    this.clock = clock;
    this.json = json;
  }

  Subscription subscribe(WebhookRequests.NewSubscription wish) {
    if (subscriptions.count() >= config.perAuthority()) {
      throw new RuleViolation(
          "TOO_MANY_SUBSCRIPTIONS",
          "An authority may have " + config.perAuthority() + " subscriptions; delete one first.");
    }
    EventFilter filter = wish.filter();
    filter.check();
    URI url = url(wish.url());
    Subscription subscription =
        new Subscription(
            Ids.next(),
            caller.authority(),
            url,
            wish.description() == null ? "" : wish.description(),
            filter,
            Subscription.Status.ACTIVE,
            start(wish.after()),
            Signature.newSecret(),
            null,
            null,
            1,
            caller.subject(),
            clock.instant());
    subscriptions.insert(subscription);
    return subscription;
  }

  Subscription change(UUID id, WebhookRequests.SubscriptionChange change) {
    Subscription before = matched(id);
    EventFilter filter = change.filter(before.filter());
    filter.check();
    String url = change.url();
    String description = change.description();
    WebhookRequests.Wanted wanted = change.status();
    return store(
        before,
        new Subscription(
            before.id(),
            before.authority(),
            url == null ? before.url() : url(url),
            description == null ? before.description() : description,
            filter,
            wanted == null ? before.status() : Subscription.Status.valueOf(wanted.name()),
            before.position(),
            before.secret(),
            before.previousSecret(),
            before.previousUntil(),
            before.version() + 1,
            before.createdBy(),
            before.createdAt()));
  }

  Subscription rotate(UUID id) {
    Subscription before = matched(id);
    Instant until = clock.instant().plus(config.secretOverlap());
    return store(
        before,
        new Subscription(
            before.id(),
            before.authority(),
            before.url(),
            before.description(),
            before.filter(),
            before.status(),
            before.position(),
            Signature.newSecret(),
            before.secret(),
            until,
            before.version() + 1,
            before.createdBy(),
            before.createdAt()));
  }

  void unsubscribe(UUID id) {
    matched(id);
    subscriptions.delete(id);
  }

  Subscription find(UUID id) {
    return subscriptions.find(id).orElseThrow(() -> ProblemException.notFound("subscription", id));
  }

  List<Subscription> page(@Nullable UUID after, int limit) {
    caller.authority();
    return subscriptions.page(after, limit);
  }

  /** Sends a signed test message now and tells how the address answered. */
  WebhookRequests.Ping ping(UUID id) {
    Subscription subscription = find(id);
    String messageId = Ids.next().toString();
    ObjectNode event = json.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", messageId);
    event.put("source", "/" + events.service());
    event.put("type", "webhook.ping.v1");
    event.put("subject", id.toString());
    event.put("time", clock.instant().toString());
    event.put("datacontenttype", "application/json");
    event.putObject("data").put("subscription", id.toString());
    Instant sent = clock.instant();
    Courier.Answer answer = courier.send(subscription, messageId, event.toString());
    long took = clock.instant().toEpochMilli() - sent.toEpochMilli();
    return new WebhookRequests.Ping(answer.arrived(), answer.status(), took, answer.error());
  }

  List<Delivery> deliveries(UUID id, Delivery.@Nullable Status status, long after, int limit) {
    find(id);
    return deliveries.page(id, status, after, limit);
  }

  int replay(UUID id, @Nullable UUID delivery) {
    find(id);
    int replayed = deliveries.replay(id, delivery, clock.instant());
    if (delivery != null && replayed == 0) {
      throw ProblemException.notFound("delivery", delivery);
    }
    return replayed;
  }

  private Subscription matched(UUID id) {
    Subscription subscription = find(id);
    preconditions.requireMatch(subscription.version());
    return subscription;
  }

  private Subscription store(Subscription before, Subscription after) {
    if (!subscriptions.update(after, before.version())) {
      throw ProblemException.of(
          ProblemKind.STALE_VERSION, "Someone changed the subscription meanwhile; read it again.");
    }
    return after;
  }

  private URI url(String text) {
    try {
      URI url = URI.create(text.strip());
      policy.resolve(url);
      return url;
    } catch (IllegalArgumentException e) {
      throw new RuleViolation("ENDPOINT_NOT_ALLOWED", "This is not a URL: " + text, "/url");
    }
  }

  private long start(@Nullable String after) {
    if (after == null || after.isBlank()) {
      return subscriptions.now();
    }
    try {
      return Math.min(Long.parseLong(after.strip()), subscriptions.now());
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("/after", "Use next exactly as the change feed gave it.");
    }
  }
}
