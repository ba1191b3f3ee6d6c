package uk.carecontracts.kit.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.inbox.Consumers;
import uk.carecontracts.kit.journal.KitEvents;
import uk.carecontracts.kit.problem.ProblemException;

/** For operators: views and their rebuilding, dead letters and their replay, parked events. */
@Path("/v1/operations/{service}")
@RolesAllowed("admin")
@SecurityRequirement(name = "bearer")
@Tag(name = "Operations", description = "For those who run the service; scope admin")
public class OperationsResource {
  private static final String SERVICE = "This service's name: contracts, providers or monitoring";

  private final Consumers consumers;
  private final DeadLetters deadLetters;
  private final Outbox outbox;
  private final KitEvents config;

  OperationsResource(
      Consumers consumers, DeadLetters deadLetters, Outbox outbox, KitEvents config) {
    this.consumers = consumers;
    this.deadLetters = deadLetters;
    this.outbox = outbox;
    this.config = config;
  }

  /** The state of the service's event machinery. */
  public record EventStatus(
      String service,
      List<String> consumers,
      long unpublished,
      double oldestUnpublishedSeconds,
      long parked,
      long deadLetters) {}

  @GET
  @Path("/events")
  @Operation(
      operationId = "readEventStatus",
      summary = "State of outbox, consumers and dead letters",
      description = "Unpublished and parked events, their age, and dead letters not yet replayed.")
  public EventStatus status(
      @Parameter(description = SERVICE) @PathParam("service") String service) {
    require(service);
    Outbox.Backlog backlog = outbox.backlog();
    return new EventStatus(
        config.service(),
        consumers.names(),
        backlog.unpublished(),
        backlog.oldestSeconds(),
        backlog.parked(),
        deadLetters.waiting());
  }

  @POST
  @Path("/consumers/{name}/rebuild")
  @Operation(
      operationId = "rebuildView",
      summary = "Rebuild a view of other services' records",
      description = "Empties the view and reads its topics again from the beginning.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Rebuild.class)))
  @ResponseStatus(202)
  public Rebuild rebuild(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "Name of the consumer") @PathParam("name") String name) {
    require(service);
    consumers.rebuild(name);
    return new Rebuild(name, "REBUILDING");
  }

  /** A rebuild that began. */
  public record Rebuild(String consumer, String status) {}

  @GET
  @Path("/dead-letters")
  @Operation(
      operationId = "listDeadLetters",
      summary = "Events that could not be applied",
      description = "Not yet replayed, oldest first, each with the reason it failed for.")
  public List<DeadLetters.DeadLetter> deadLetters(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "Most letters to list, 1 to 500") @QueryParam("limit")
          Integer limit) {
    require(service);
    return deadLetters.list(Paging.limit(limit));
  }

  @POST
  @Path("/dead-letters/{id}/replay")
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Apply a dead letter again",
      description = "Ignored by the consumer when it has applied a newer version meanwhile.")
  public DeadLetters.Replay replay(
      @Parameter(description = SERVICE) @PathParam("service") String service,
      @Parameter(description = "The dead letter") @PathParam("id") UUID id) {
    require(service);
    return deadLetters.replay(id);
  }

  @POST
  @Path("/parked-events/release")
  @Operation(
      operationId = "releaseParkedEvents",
      summary = "Let parked events be published again",
      description = "After mending what the broker refused them for.")
  public Released release(@Parameter(description = SERVICE) @PathParam("service") String service) {
    require(service);
    return new Released(outbox.release());
  }

  /** How many events were released. */
  public record Released(int released) {}

  private void require(String service) {
    if (!service.equals(config.service())) {
      throw ProblemException.notFound("service", service);
    }
  }
}
