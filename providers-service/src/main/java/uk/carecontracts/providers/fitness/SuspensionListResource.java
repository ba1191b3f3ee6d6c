package uk.carecontracts.providers.fitness;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.Problem;

/** Suspensions of all providers by the caller's authority. */
@Path("/v1/suspensions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suspension")
@SecurityRequirement(name = "bearer")
public class SuspensionListResource {

  private final FitnessLists lists;
  private final Paging paging;

  SuspensionListResource(FitnessLists lists, Paging paging) {
    this.lists = lists;
    this.paging = paging;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "ListedSuspensionPage")
  public record ListPage(List<ListedSuspension> items, @Nullable String next) {}

  /** Lists suspensions. */
  @GET
  @Transactional
  @Authenticated
  @Operation(
      operationId = "listAllSuspensions",
      summary = "Your authority's suspensions of all providers, the first to end in front",
      description =
          "Who is suspended (asOf: on a day), until when, for what. A provider's token finds its own."
              + " As CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next continues it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListPage.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown or cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public RestResponse<Page<ListedSuspension>> list(@BeanParam SuspensionFilter filter) {
    return paging.page(page(filter));
  }

  /** Lists suspensions for a spreadsheet. */
  @GET
  @Transactional
  @Authenticated
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(@BeanParam SuspensionFilter filter) {
    Page<ListedSuspension> page = page(filter);
    return paging.answer(page, FitnessCsv.suspensions(page.items()));
  }

  private Page<ListedSuspension> page(SuspensionFilter filter) {
    int length = Paging.limit(filter.limit);
    String query = filter.fingerprint();
    return Page.of(
        lists.suspensions(filter, Cursor.parse(filter.cursor, query, 2), length + 1),
        length,
        row -> Cursor.after(query, row.suspension().endsOn(), row.suspension().id()));
  }
}
