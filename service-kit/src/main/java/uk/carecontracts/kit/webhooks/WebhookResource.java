package uk.carecontracts.kit.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.journal.KitEvents;
import uk.carecontracts.kit.problem.ProblemException;

/** Webhooks: events brought to a council's own systems. */
@Path("/v1/webhooks/{service}")
@RolesAllowed({"contracts:write", "providers:write", "monitoring:write", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Webhooks", description = "Events brought to your own address, signed and retried")
public class WebhookResource {
  private static final String SERVICE = "This service's name: contracts, providers or monitoring";

  private final Webhooks webhooks;
  private final Preconditions preconditions;
  private final Paging paging;
  private final KitEvents config;

  WebhookResource(Webhooks webhooks, Preconditions preconditions, Paging paging, KitEvents config) {
    this.webhooks = webhooks;
    this.preconditions = preconditions;
    this.paging = paging;
    this.config = config;
  }

  @POST
  @Transactional
  @Idempotent
  @Operation(
      operationId = "subscribeWebhook",
      summary = "Subscribe an address to events",
      description =
          "Events that match are posted to the address as CloudEvents (structured JSON), in order"
              + " for each aggregate, signed as the Standard Webhooks specification says:"
              + " HMAC-SHA-256 with the secret over webhook-id.webhook-timestamp.body. What is not"
              + " answered 2xx is tried again for over 13 hours. The secret is shown only here.")
  @APIResponse(
      responseCode = "201",
      description = "The subscription with its secret",
      content = @Content(schema = @Schema(implementation = WebhookRequests.SubscriptionView.class)))
  public Response subscribe(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Valid @NotNull WebhookRequests.NewSubscription wish) {
    require(service);
    Subscription made = webhooks.subscribe(wish);
    return preconditions.created(
        WebhookRequests.SubscriptionView.of(made, true), made.id(), made.version());
  }

  @GET
  @Transactional
  @Operation(operationId = "listWebhooks", summary = "List the authority's subscriptions")
  @APIResponse(
      responseCode = "200",
      description = "Oldest first",
      content = @Content(schema = @Schema(implementation = SubscriptionPage.class)))
  public Response list(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "Most to give, 1 to 500") @QueryParam("limit")
          @Nullable Integer limit,
      @Parameter(description = "next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    require(service);
    Page<Subscription> page =
        Page.byId(
            Cursor.fingerprint("webhooks"),
            cursor,
            limit,
            (last, most) -> webhooks.page(last, most),
            row -> row.id());
    return paging.answer(page.map(row -> WebhookRequests.SubscriptionView.of(row, false)));
  }

  /** For the document only: a page of subscriptions. */
  @Schema(name = "WebhookPage")
  public record SubscriptionPage(
      List<WebhookRequests.SubscriptionView> items, @Nullable String next) {}

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "readWebhook", summary = "Read a subscription")
  @APIResponse(
      responseCode = "200",
      description = "The subscription, without its secret",
      content = @Content(schema = @Schema(implementation = WebhookRequests.SubscriptionView.class)))
  @APIResponse(responseCode = "304", description = "You hold the current version")
  public Response read(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "The subscription") @PathParam("id") UUID id) {
    require(service);
    Subscription found = webhooks.find(id);
    return preconditions.answer(
        WebhookRequests.SubscriptionView.of(found, false), Preconditions.etag(found.version()));
  }

  @PATCH
  @Path("/{id}")
  @Transactional
  @Operation(
      operationId = "changeWebhook",
      summary = "Change, pause or activate a subscription",
      description =
          "Absent properties stay. A paused or gone subscription keeps its place: activated again,"
              + " it is delivered everything since.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription as changed",
      content = @Content(schema = @Schema(implementation = WebhookRequests.SubscriptionView.class)))
  @APIResponse(responseCode = "428", description = "If-Match is required")
  public Response change(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "The subscription") @PathParam("id") UUID id,
      @Valid @NotNull WebhookRequests.SubscriptionChange change) {
    require(service);
    Subscription changed = webhooks.change(id, change);
    return preconditions.changed(
        WebhookRequests.SubscriptionView.of(changed, false), changed.version());
  }

  @DELETE
  @Path("/{id}")
  @Transactional
  @Operation(
      operationId = "unsubscribeWebhook",
      summary = "Unsubscribe",
      description = "Deletes the subscription and what waits for it.")
  @APIResponse(responseCode = "204", description = "Nothing is delivered any more")
  @APIResponse(responseCode = "428", description = "If-Match is required")
  public Response unsubscribe(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "The subscription") @PathParam("id") UUID id) {
    require(service);
    webhooks.unsubscribe(id);
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/secret-rotations")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Make a new secret",
      description =
          "Deliveries carry signatures of both secrets until previousSecretUntil, so that the"
              + " receiver can change over without losing one.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription with its new secret",
      content = @Content(schema = @Schema(implementation = WebhookRequests.SubscriptionView.class)))
  @APIResponse(responseCode = "428", description = "If-Match is required")
  public Response rotate(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "The subscription") @PathParam("id") UUID id) {
    require(service);
    Subscription rotated = webhooks.rotate(id);
    return preconditions.changed(
        WebhookRequests.SubscriptionView.of(rotated, true), rotated.version());
  }

  @POST
  @Path("/{id}/pings")
  @Operation(
      operationId = "pingWebhook",
      summary = "Send a test message",
      description = "Sends a signed webhook.ping.v1 now and tells how the address answered.")
  public WebhookRequests.Ping ping(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "The subscription") @PathParam("id") UUID id) {
    require(service);
    return webhooks.ping(id);
  }

  @GET
  @Path("/{id}/deliveries")
  @Transactional
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "List deliveries",
      description = "In the order of the events; status=DEAD shows what was given up.")
  @APIResponse(
      responseCode = "200",
      description = "A page of deliveries",
      content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
  public Response deliveries(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "The subscription") @PathParam("id") UUID id,
      @Parameter(description = "Only deliveries in this state") @QueryParam("status")
          Delivery.@Nullable Status status,
      @Parameter(description = "Most to give, 1 to 500") @QueryParam("limit")
          @Nullable Integer limit,
      @Parameter(description = "next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    require(service);
    int most = Paging.limit(limit);
    String query = Cursor.fingerprint(id, status);
    Cursor after = Cursor.parse(cursor, query, 1);
    long last = after == null ? -1 : after.number(0);
    List<Delivery> rows = webhooks.deliveries(id, status, last, most + 1);
    return paging.answer(Page.of(rows, most, row -> Cursor.after(query, row.position())));
  }

  /** For the document only: a page of deliveries. */
  @Schema(name = "WebhookDeliveryPage")
  public record DeliveryPage(List<Delivery> items, @Nullable String next) {}

  @POST
  @Path("/{id}/deliveries/{delivery}/replay")
  @Transactional
  @Operation(
      operationId = "replayWebhookDelivery",
      summary = "Send one delivery again",
      description = "Also one that arrived; it begins its attempts anew.")
  public WebhookRequests.Replayed replayOne(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "The subscription") @PathParam("id") UUID id,
      @Parameter(description = "The delivery") @PathParam("delivery") UUID delivery) {
    require(service);
    return new WebhookRequests.Replayed(webhooks.replay(id, delivery));
  }

  @POST
  @Path("/{id}/replays")
  @Transactional
  @Operation(
      operationId = "replayDeadWebhookDeliveries",
      summary = "Send every dead delivery again",
      description = "After mending what they failed for.")
  public WebhookRequests.Replayed replayDead(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "The subscription") @PathParam("id") UUID id) {
    require(service);
    return new WebhookRequests.Replayed(webhooks.replay(id, null));
  }

  private void require(String service) {
    if (!service.equals(config.service())) {
      throw ProblemException.notFound("service", service);
    }
  }
}
