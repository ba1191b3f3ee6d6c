package uk.carecontracts.providers.authorities;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.Problem;

/** Councils and their codes. */
@Path("/v1/authorities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authorities", description = "Councils and their codes, as of any day")
@SecurityRequirement(name = "bearer")
public class AuthorityResource {

  private final AuthorityRepository authorities;
  private final Paging paging;
  private final Clock clock;

  AuthorityResource(AuthorityRepository authorities, Paging paging, Clock clock) {
    this.authorities = authorities;
    this.paging = paging;
    this.clock = clock;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "AuthorityPage")
  public record AuthorityPage(List<Authority> items, @Nullable String next) {}

  /** Lists councils. */
  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listAuthorities", summary = "Councils, by name")
  @APIResponse(
      responseCode = "200",
      description = "A page of councils",
      content = @Content(schema = @Schema(implementation = AuthorityPage.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown or cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response list(
      @QueryParam("q") @Parameter(description = "Part of the name, or a whole code")
          @Nullable String q,
      @QueryParam("kind") @Parameter(description = "Kind of council") @Nullable AuthorityKind kind,
      @QueryParam("region") @Parameter(description = "Region of England, such as North West")
          @Nullable String region,
      @QueryParam("asOf") @Parameter(description = "Day the code is valid; absent: today in London")
          @Nullable LocalDate asOf,
      @BeanParam ListFilter part) {
    return paging.answer(page(q, kind, region, asOf, part));
  }

  /** Lists councils for a spreadsheet. */
  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(
      @QueryParam("q") @Nullable String q,
      @QueryParam("kind") @Nullable AuthorityKind kind,
      @QueryParam("region") @Nullable String region,
      @QueryParam("asOf") @Nullable LocalDate asOf,
      @BeanParam ListFilter part) {
    Page<Authority> page = page(q, kind, region, asOf, part);
    return paging.answer(page, csv(page.items()));
  }

  private Page<Authority> page(
      @Nullable String q,
      @Nullable AuthorityKind kind,
      @Nullable String region,
      @Nullable LocalDate asOf,
      ListFilter part) {
    int length = Paging.limit(part.limit);
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    String query = Cursor.fingerprint("authorities", q, kind, region, day);
    Cursor from = Cursor.parse(part.cursor, query, 2);
    return Page.of(
        authorities.search(day, q, kind, region, from, length + 1),
        length,
        authority -> Cursor.after(query, authority.name(), authority.code()));
  }

  private static String csv(List<Authority> authorities) {
    CsvTable table =
        new CsvTable("code", "name", "kind", "region", "validFrom", "validTo", "source");
    for (Authority a : authorities) {
      table.line(a.code(), a.name(), a.kind(), a.region(), a.validFrom(), a.validTo(), a.source());
    }
    return table.text();
  }
}
