package uk.carecontracts.providers.matching;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;

/** Suppliers that only a person can match. */
@Path("/v1/provider-match-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Supplier matching", description = "Suppliers named in contracts and who they are")
@SecurityRequirement(name = "bearer")
public class MatchReviewResource {

  private final SupplierMatchRepository matches;
  private final MatchDesk desk;
  private final ExposureRepository exposures;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  MatchReviewResource(
      SupplierMatchRepository matches,
      MatchDesk desk,
      ExposureRepository exposures,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.matches = matches;
    this.desk = desk;
    this.exposures = exposures;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /**
   * A person's decision: one of the two.
   *
   * @param providerId the provider it is
   * @param createNew true when it is none of those on record
   * @param reason why
   */
  @Schema(name = "MatchDecision")
  public record Decision(
      @Nullable UUID providerId,
      @Nullable Boolean createNew,
      @NotBlank @Size(max = 1000) String reason) {

    /** The provider it is, or null for a new one; both at once or neither is no decision. */
    @Nullable UUID chosen() {
      if (Boolean.TRUE.equals(createNew) == (providerId != null)) {
        throw new RuleViolation(
            "ONE_DECISION", "Give either providerId or createNew: true.", "/providerId");
      }
      return providerId;
    }
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "SupplierMatchPage")
  public record MatchPage(List<SupplierMatchState> items, @Nullable String next) {}

  /** Lists what waits for a decision. */
  @GET
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listMatchReviews",
      summary = "Suppliers of your contracts that wait for a person's decision")
  @APIResponse(
      responseCode = "200",
      description = "A page of matches in review",
      content = @Content(schema = @Schema(implementation = MatchPage.class)))
  public Response list(@BeanParam ListFilter part) {
    return paging.answer(
        Page.byId(
                Cursor.fingerprint("match-reviews"),
                part.cursor,
                part.limit,
                (after, most) -> matches.inReview(after, most),
                match -> match.id())
            .map(match -> match.state(null)));
  }

  /** Reads one match. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(operationId = "getMatchReview", summary = "Read a supplier match")
  @APIResponse(
      responseCode = "200",
      description = "The match",
      content = @Content(schema = @Schema(implementation = SupplierMatchState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(
      responseCode = "404",
      description = "There is none of your authority",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response get(@PathParam("id") @Parameter(description = "The match") UUID id) {
    SupplierMatch match = matches.require(id);
    return preconditions.answer(desk.state(match), Preconditions.etag(match.version()));
  }

  /** Decides a match. */
  @POST
  @Path("/{id}/decide")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "decideMatchReview",
      summary = "Say which provider a supplier is, or that it is a new one")
  @APIResponse(
      responseCode = "200",
      description = "The decided match",
      content = @Content(schema = @Schema(implementation = SupplierMatchState.class)))
  @APIResponse(
      responseCode = "412",
      description = "Changed since it was read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "NOT_IN_REVIEW, or not exactly one of providerId and createNew",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response decide(
      @PathParam("id") @Parameter(description = "The match") UUID id,
      @Valid @NotNull Decision decision) {
    SupplierMatch match = matches.require(id);
    preconditions.requireMatch(match.version());
    desk.decide(match, decision.chosen(), caller.subject(), decision.reason());
    SupplierMatchState state = desk.state(match);
    UUID provider = state.providerId();
    if (provider != null) {
      exposures.assign(state.contractId(), state.partyId(), provider);
    }
    return preconditions.changed(state, match.version());
  }
}
