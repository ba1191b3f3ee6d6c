package uk.carecontracts.monitoring.reviews;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.spreadsheets.Csv;

/** Contract reviews over HTTP, for officers. */
@Path("/v1/contract-reviews")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(
    name = "Contract reviews",
    description = "Agenda out of the data, and the pack that goes with it")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class ReviewsResource {
  private static final String ID = "The review";
  private static final String SUMMARY = "Reviews of contracts, oldest first";
  private static final List<String> HEADER =
      List.of(
          "id",
          "contractId",
          "contractReference",
          "contractTitle",
          "providerName",
          "status",
          "plannedFor",
          "heldOn",
          "agendaPoints",
          "summary",
          "decisions",
          "actionPlanId",
          "preparedBy");

  private final Reviews reviews;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;
  private final CsvLists lists;

  ReviewsResource(
      Reviews reviews,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging,
      CsvLists lists) {
    this.reviews = reviews;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
    this.lists = lists;
  }

  @Schema(name = "ContractReviewPage")
  private record ReviewPage(List<ContractReview> items, @Nullable String next) {}

  /**
   * A review to prepare.
   *
   * @param contractId the contract
   * @param plannedFor the day
   */
  @Schema(name = "ContractReviewRequest")
  public record Request(@NotNull UUID contractId, @NotNull LocalDate plannedFor) {}

  /** One page of reviews. */
  @GET
  @Operation(operationId = "listContractReviews", summary = SUMMARY)
  @APIResponse(
      responseCode = "200",
      description = "A page of reviews",
      content = @Content(schema = @Schema(implementation = ReviewPage.class)))
  public Response list(@BeanParam ReviewFilter filter) {
    reach.requireOfficer();
    return paging.answer(reviews.page(filter));
  }

  /** Every review that meets the filter, for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(operationId = "listContractReviews", summary = SUMMARY)
  @APIResponse(
      responseCode = "200",
      description = "A header line and a line for each review, the whole list")
  public Response export(@BeanParam ReviewFilter filter) {
    reach.requireOfficer();
    filter.requireWhole();
    return lists.whole(
        new CsvLists.Sheet<>(
            "contract-reviews", HEADER, row -> row.review().id(), ReviewsResource::cells),
        (after, most) -> reviews.rows(filter, after, most));
  }

  private static List<@Nullable Object> cells(Reviews.Row row) {
    ContractReview review = row.review();
    return line(
        review.id(),
        review.contractId(),
        row.names().reference(review.contractId()),
        row.names().title(review.contractId()),
        row.names().provider(review.contractId(), null),
        review.status(),
        review.plannedFor(),
        review.heldOn(),
        review.agenda().size(),
        review.summary(),
        review.decisions() == null ? null : String.join("; ", review.decisions()),
        review.actionPlanId(),
        review.preparedBy());
  }

  /** One review. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getContractReview", summary = "One review with its agenda")
  @APIResponse(
      responseCode = "200",
      description = "The review, with its ETag",
      content = @Content(schema = @Schema(implementation = ContractReview.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such review")
  public Response get(@Parameter(description = ID) @PathParam("id") UUID id) {
    reach.requireOfficer();
    ContractReview review = reviews.get(id);
    return preconditions.answer(review, Preconditions.etag(review.version()));
  }

  /** The pack of a review. */
  @GET
  @Path("/{id}/pack")
  @Produces(MediaType.TEXT_HTML)
  @Operation(
      operationId = "readReviewPack",
      summary = "The pack of a review as an accessible page with charts")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "There is no such review")
  public String pack(@Parameter(description = ID) @PathParam("id") UUID id) {
    reach.requireOfficer();
    return reviews.pack(id);
  }

  /** Prepares a review. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "prepareContractReview",
      summary = "Prepare a review: its agenda is what the data says today")
  @APIResponse(
      responseCode = "201",
      description = "The review",
      content = @Content(schema = @Schema(implementation = ContractReview.class)))
  @APIResponse(responseCode = "422", description = "The contract is unknown or the day has passed")
  public Response prepare(@NotNull @Valid Request request) {
    ContractReview review = reviews.prepare(request.contractId(), request.plannedFor());
    return preconditions.created(review, review.id(), review.version());
  }

  /** Records a review. */
  @POST
  @Path("/{id}/hold")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "holdContractReview",
      summary =
          "Record what came of a review and the actions agreed; it counts towards risk at once"
              + " (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The review",
      content = @Content(schema = @Schema(implementation = ContractReview.class)))
  @APIResponse(responseCode = "404", description = "There is no such review")
  @APIResponse(responseCode = "409", description = "It was held already")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(
      responseCode = "422",
      description = "The day lies in the future, or an action was due before it")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response hold(
      @Parameter(description = ID) @PathParam("id") UUID id, @NotNull @Valid Outcome outcome) {
    ContractReview review = reviews.hold(id, preconditions::requireMatch, outcome);
    return preconditions.changed(review, review.version());
  }
}
