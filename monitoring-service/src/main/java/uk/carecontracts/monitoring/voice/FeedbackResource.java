package uk.carecontracts.monitoring.voice;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.kit.tenancy.PublicRead;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.contracts.KnownNames;
import uk.carecontracts.monitoring.contracts.KnownNames.Names;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Feedback over HTTP: systems hand it in, officers answer, everyone reads what came of it. */
@Path("/v1/feedback")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "What people and carers say, and what came of it")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class FeedbackResource {
  private static final List<String> HEADER =
      List.of(
          "id",
          "contractId",
          "providerId",
          "contractReference",
          "contractTitle",
          "providerName",
          "from",
          "channel",
          "score",
          "themes",
          "text",
          "receivedOn",
          "status",
          "response",
          "answeredOn",
          "youSaid",
          "weDid",
          "publishedOn",
          "concernId");

  private final FeedbackDesk desk;
  private final Voice voice;
  private final ProviderReach reach;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;
  private final KnownNames names;

  FeedbackResource(
      FeedbackDesk desk,
      Voice voice,
      ProviderReach reach,
      Caller caller,
      Preconditions preconditions,
      Paging paging,
      KnownNames names) {
    this.desk = desk;
    this.voice = voice;
    this.reach = reach;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
    this.names = names;
  }

  @Schema(name = "FeedbackPage")
  private record FeedbackPage(List<Feedback> items, @Nullable String next) {}

  @Schema(name = "YouSaidWeDidPage")
  private record YouSaidPage(List<YouSaid> items, @Nullable String next) {}

  /**
   * What was said and what was done.
   *
   * @param id the feedback
   * @param themes what it is about
   * @param youSaid what was said
   * @param weDid what was done
   * @param publishedOn when this was published
   */
  @Schema(name = "YouSaidWeDid")
  public record YouSaid(
      UUID id, List<String> themes, String youSaid, String weDid, LocalDate publishedOn) {

    static YouSaid of(Feedback feedback) {
      return new YouSaid(
          feedback.id(),
          feedback.themes(),
          java.util.Objects.requireNonNull(feedback.youSaid()),
          java.util.Objects.requireNonNull(feedback.weDid()),
          java.util.Objects.requireNonNull(feedback.publishedOn()));
    }
  }

  /** One page of feedback. */
  @GET
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "listFeedback", summary = "Feedback to the authority, oldest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of feedback",
      content = @Content(schema = @Schema(implementation = FeedbackPage.class)))
  public Response list(@BeanParam FeedbackFilter filter) {
    reach.requireOfficer();
    return paging.answer(desk.page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "listFeedback", summary = "Feedback to the authority, oldest first")
  @APIResponse(responseCode = "200", description = "A header line and a line for each feedback")
  public Response export(@BeanParam FeedbackFilter filter) {
    reach.requireOfficer();
    Page<Feedback> page = desk.page(filter);
    Names known = names.of(page.items(), each -> each.contractId(), each -> each.providerId());
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page,
        feedback ->
            line(
                feedback.id(),
                feedback.contractId(),
                feedback.providerId(),
                known.reference(feedback.contractId()),
                known.title(feedback.contractId()),
                known.provider(feedback.contractId(), feedback.providerId()),
                feedback.from(),
                feedback.channel(),
                feedback.score(),
                String.join("; ", feedback.themes()),
                feedback.text(),
                feedback.receivedOn(),
                feedback.status(),
                feedback.response(),
                feedback.answeredOn(),
                feedback.youSaid(),
                feedback.weDid(),
                feedback.publishedOn(),
                feedback.concernId()));
  }

  /** One piece of feedback. */
  @GET
  @Path("/{id}")
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "getFeedback", summary = "One piece of feedback")
  @APIResponse(
      responseCode = "200",
      description = "The feedback, with its ETag",
      content = @Content(schema = @Schema(implementation = Feedback.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such feedback")
  public Response get(@Parameter(description = "The feedback") @PathParam("id") UUID id) {
    reach.requireOfficer();
    Feedback feedback = desk.get(id);
    return preconditions.answer(feedback, Preconditions.etag(feedback.version()));
  }

  /** What people say, summed up. */
  @GET
  @Path("/summary")
  @SecurityRequirement(name = "bearer")
  @Operation(
      operationId = "summariseFeedback",
      summary = "What people said of late: themes, the share of favourable scores, answers")
  @APIResponse(
      responseCode = "200",
      description = "The summary",
      content = @Content(schema = @Schema(implementation = VoiceSummary.class)))
  public VoiceSummary summary(
      @Parameter(description = "Only about this contract") @QueryParam("contractId")
          @Nullable UUID contractId) {
    reach.requireOfficer();
    return voice.summary(contractId);
  }

  /** Takes in feedback. */
  @POST
  @Idempotent
  @Transactional
  @SecurityRequirement(name = "bearer")
  @RolesAllowed({"feedback:submit", "monitoring:write"})
  @Operation(
      operationId = "submitFeedback",
      summary = "Hand in what someone said; identities in the text are withheld before it is kept")
  @APIResponse(
      responseCode = "201",
      description = "The feedback as it is kept",
      content = @Content(schema = @Schema(implementation = Feedback.class)))
  @APIResponse(responseCode = "422", description = "The contract is unknown, or a day cannot be")
  public Response submit(@NotNull @Valid FeedbackDesk.Said said) {
    Feedback feedback = desk.take(caller.authority(), said);
    return preconditions.created(feedback, feedback.id(), feedback.version());
  }

  /** What people said and what was done, for everyone. */
  @GET
  @Path("/you-said-we-did")
  @PermitAll
  @PublicRead
  @Operation(
      operationId = "readYouSaidWeDid",
      summary = "What people said and what the authority did about it, open to everyone")
  @APIResponse(
      responseCode = "200",
      description = "A page, oldest first",
      content = @Content(schema = @Schema(implementation = YouSaidPage.class)))
  public Response youSaid(
      @Parameter(description = "GSS code of the authority") @QueryParam("authority")
          @Nullable String authority,
      @Parameter(description = "Only about this contract") @QueryParam("contractId")
          @Nullable UUID contractId,
      @BeanParam ListFilter filter) {
    if (authority == null || authority.isBlank()) {
      throw ProblemException.badRequest("authority", "authority is needed, such as E10000017.");
    }
    Page<YouSaid> page = desk.published(authority, contractId, filter).map(YouSaid::of);
    return paging.answer(page);
  }
}
