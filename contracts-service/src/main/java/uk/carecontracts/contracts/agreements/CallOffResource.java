package uk.carecontracts.contracts.agreements;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.ProblemException;

/** Contracts called off an agreement. */
@Path("/v1/contracts/{contractId}")
@Tag(name = "Call-offs", description = "Contracts made under frameworks and dynamic markets")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CallOffResource {
  private final AgreementDesk agreements;
  private final CallOffDesk desk;
  private final CallOffRepository callOffs;
  private final Preconditions preconditions;
  private final Paging paging;

  CallOffResource(
      AgreementDesk agreements,
      CallOffDesk desk,
      CallOffRepository callOffs,
      Preconditions preconditions,
      Paging paging) {
    this.agreements = agreements;
    this.desk = desk;
    this.callOffs = callOffs;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /**
   * What a supplier offers.
   *
   * @param providerId the supplier
   * @param price total price
   * @param scores of the criteria other than price
   */
  public record BidRequest(
      @NotNull UUID providerId,
      @NotNull Money price,
      @Valid @Size(max = 20) List<@NotNull BidScore> scores) {
    /** What is left out becomes empty. */
    public BidRequest {
      scores = scores == null ? List.of() : List.copyOf(scores);
    }
  }

  /** A score of 0 to 100 for a criterion. */
  public record BidScore(
      @NotBlank @Size(max = 200) String criterion,
      @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal score) {}

  /**
   * Who gets the contract.
   *
   * @param winner the supplier; the best bidder when left out
   * @param reason why, needed when it is not simply the best bid
   */
  public record AwardRequest(@Nullable UUID winner, @Nullable @Size(max = 4000) String reason) {}

  /** A call-off is given up. */
  public record CancelRequest(@NotBlank @Size(max = 2000) String reason) {}

  @POST
  @Path("/call-offs")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "callOff",
      summary = "Call a contract off an agreement, or open a mini-competition for it",
      description =
          "DIRECT and USER_CHOICE make an awarded contract of type CALL_OFF at once, with the"
              + " agreement's terms carried over. MINI_COMPETITION invites admitted suppliers to bid.")
  @APIResponse(
      responseCode = "201",
      description = "The call-off, with the contract it made",
      content = @Content(schema = @Schema(implementation = CallOffState.class)))
  @APIResponse(responseCode = "409", description = "The reference is another contract's")
  @APIResponse(
      responseCode = "422",
      description =
          "AGREEMENT_ENDED, CONTRACT_NOT_ACTIVE, ROUTE_NOT_PERMITTED, LOT_UNKNOWN,"
              + " PROVIDER_NOT_ADMITTED, CEILING_EXCEEDED or CALL_OFF_INVALID, with reasons")
  public Response start(
      @PathParam("contractId") UUID contractId, @NotNull @Valid CallOffRequest request) {
    CallOffState state = desk.start(contractId, request);
    return preconditions.created(state, state.id(), state.version());
  }

  @GET
  @Path("/call-offs")
  @Authenticated
  @Transactional
  @Operation(operationId = "listCallOffs", summary = "Call-offs of an agreement, newest first")
  @APIResponse(responseCode = "200", description = "A page of call-offs")
  public RestResponse<Page<CallOffState>> list(
      @PathParam("contractId") UUID contractId, @BeanParam ListFilter part) {
    Agreement agreement = agreements.require(contractId);
    return paging.page(
        Page.byId(
            Cursor.fingerprint("call-offs", contractId),
            part.cursor,
            part.limit,
            (before, most) ->
                callOffs.page(agreement.id(), before, most).stream().map(CallOff::state).toList(),
            row -> row.id()));
  }

  @GET
  @Path("/call-offs/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getCallOff", summary = "Read a call-off with its bids and ranking")
  @APIResponse(
      responseCode = "200",
      description = "The call-off",
      content = @Content(schema = @Schema(implementation = CallOffState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("contractId") UUID contractId, @PathParam("id") UUID id) {
    return answer(desk.require(agreements.require(contractId), id).state());
  }

  @GET
  @Path("/origin")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getCallOffOrigin",
      summary = "Which agreement and lot a contract was called off, and how")
  @APIResponse(
      responseCode = "200",
      description = "The call-off that made the contract",
      content = @Content(schema = @Schema(implementation = CallOffState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response origin(@PathParam("contractId") UUID contractId) {
    agreements.contract(contractId);
    return answer(
        callOffs
            .thatMade(contractId)
            .map(CallOff::state)
            .orElseThrow(
                () -> ProblemException.notFound("agreement that was the origin of", contractId)));
  }

  private Response answer(CallOffState state) {
    return preconditions.answer(state, Preconditions.etag(state.version()));
  }

  @POST
  @Path("/call-offs/{id}/bids")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "recordBid",
      summary = "Record what an invited supplier offers; a later bid replaces its earlier one")
  @APIResponse(
      responseCode = "200",
      description = "The call-off with the ranking so far",
      content = @Content(schema = @Schema(implementation = CallOffState.class)))
  @APIResponse(responseCode = "422", description = "CALL_OFF_CLOSED, NOT_INVITED or BID_INVALID")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response bid(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid BidRequest body) {
    CallOffState state =
        desk.bid(
            contractId,
            id,
            preconditions::requireMatch,
            body.providerId(),
            body.price(),
            body.scores().stream()
                .map(each -> new Bid.Score(each.criterion(), each.score()))
                .toList());
    return preconditions.changed(state, state.version());
  }

  @POST
  @Path("/call-offs/{id}/award")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "awardCallOff",
      summary = "Make the contract with the best bidder, or another one for a reason")
  @APIResponse(
      responseCode = "200",
      description = "The call-off with the contract it made",
      content = @Content(schema = @Schema(implementation = CallOffState.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "NO_BIDS, WINNER_NEEDS_REASON, CEILING_EXCEEDED, PROVIDER_NOT_ADMITTED or AGREEMENT_ENDED")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response award(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid AwardRequest body) {
    CallOffState state =
        desk.award(contractId, id, preconditions::requireMatch, body.winner(), body.reason());
    return preconditions.changed(state, state.version());
  }

  @POST
  @Path("/call-offs/{id}/cancel")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "cancelCallOff", summary = "Give a mini-competition up")
  @APIResponse(
      responseCode = "200",
      description = "The call-off after it",
      content = @Content(schema = @Schema(implementation = CallOffState.class)))
  @APIResponse(responseCode = "422", description = "It is closed already")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response cancel(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid CancelRequest body) {
    CallOffState state = desk.cancel(contractId, id, preconditions::requireMatch, body.reason());
    return preconditions.changed(state, state.version());
  }
}
