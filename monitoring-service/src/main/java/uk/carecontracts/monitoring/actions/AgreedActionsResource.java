package uk.carecontracts.monitoring.actions;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Actions over all plans: for who must do them what comes next, for officers whom to chase. */
@Path("/v1/action-plans/actions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Action plans", description = "What must be put right, by whom and until when")
@APIResponse(responseCode = "400", description = "A parameter cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class AgreedActionsResource {
  private static final List<String> HEADER =
      List.of(
          "planId",
          "contractId",
          "contractReference",
          "provider",
          "assessmentId",
          "concernId",
          "reviewId",
          "actionId",
          "shortfall",
          "action",
          "owner",
          "dueOn",
          "status",
          "late",
          "evidence",
          "doneOn",
          "verifiedOn");

  private final AgreedActions actions;
  private final Paging paging;

  AgreedActionsResource(AgreedActions actions, Paging paging) {
    this.actions = actions;
    this.paging = paging;
  }

  @Schema(name = "AgreedActionPage")
  private record AgreedActionPage(List<AgreedAction> items, @Nullable String next) {}

  /** One page by due day. */
  @GET
  @Operation(
      operationId = "listAgreedActions",
      summary =
          "Actions agreed at reviews or in answer to assessments and concerns, earliest due first")
  @APIResponse(
      responseCode = "200",
      description = "A page of actions; a provider sees those of its contracts",
      content = @Content(schema = @Schema(implementation = AgreedActionPage.class)))
  public Response list(@BeanParam AgreedActionFilter filter) {
    return paging.answer(actions.page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listAgreedActions",
      summary =
          "Actions agreed at reviews or in answer to assessments and concerns, earliest due first")
  @APIResponse(responseCode = "200", description = "A header line and a line for each action")
  public Response export(@BeanParam AgreedActionFilter filter) {
    return CsvPageMapper.answer(paging, HEADER, actions.page(filter), AgreedActionsResource::cells);
  }

  private static List<@Nullable Object> cells(AgreedAction found) {
    Action action = found.action();
    return line(
        found.planId(),
        found.contractId(),
        found.contractReference(),
        found.providerName(),
        found.assessmentId(),
        found.concernId(),
        found.reviewId(),
        action.id(),
        action.shortfall(),
        action.action(),
        action.owner(),
        action.dueOn(),
        action.status(),
        found.late(),
        action.evidence(),
        action.doneOn(),
        action.verifiedOn());
  }
}
