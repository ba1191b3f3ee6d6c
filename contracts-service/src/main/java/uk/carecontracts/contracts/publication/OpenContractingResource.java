package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractFilter;
import uk.carecontracts.contracts.register.ContractRow;
import uk.carecontracts.contracts.register.ContractSearch;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.PublicRead;

/** The register as open contracting data (OCDS 1.1.5), for anyone. */
@Path("/v1/register/ocds")
@Tag(name = "Open contracting", description = "OCDS 1.1.5 releases and records of every authority")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@PublicRead
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
public class OpenContractingResource {
  private static final String LINES = "application/jsonl";

  private final OpenContracting contracting;
  private final ContractSearch search;
  private final PackageFrame frame;
  private final OpenContractingBulk download;
  private final Paging paging;
  private final UriInfo uri;

  OpenContractingResource(
      OpenContracting contracting,
      ContractSearch search,
      PackageFrame frame,
      OpenContractingBulk download,
      Paging paging,
      UriInfo uri) {
    this.contracting = contracting;
    this.search = search;
    this.frame = frame;
    this.download = download;
    this.paging = paging;
    this.uri = uri;
  }

  @GET
  @Path("/release-packages")
  @Operation(
      operationId = "listReleasePackages",
      summary = "Every release in the order of publication; follow links.next")
  @APIResponse(responseCode = "200", description = "An OCDS release package")
  public ObjectNode releasePackages(
      @QueryParam("authority") @Parameter(description = "GSS code of one authority")
          @Nullable String authority,
      @QueryParam("cursor") @Parameter(description = "From links.next") @Nullable String cursor,
      @QueryParam("limit") @Parameter(description = "1 to 500, otherwise 50")
          @Nullable Integer limit) {
    int length = Paging.limit(limit);
    String query = Cursor.fingerprint("releases", authority);
    Cursor from = Cursor.parse(cursor, query, 1);
    long position = from == null ? 0 : from.number(0);
    Page<OpenContracting.Placed> page =
        Page.of(
            contracting.after(position, authority, length + 1),
            length,
            placed -> Cursor.after(query, placed.position()));
    List<ObjectNode> releases = page.items().stream().map(OpenContracting.Placed::release).toList();
    return frame.ofReleases(uri.getRequestUri(), releases, next(page));
  }

  @GET
  @Path("/record-packages")
  @Transactional
  @Operation(
      operationId = "listRecordPackages",
      summary = "Every contract as a record: its releases and what they compile to")
  @APIResponse(responseCode = "200", description = "An OCDS record package")
  public ObjectNode recordPackages(
      @QueryParam("authority") @Parameter(description = "GSS code of one authority")
          @Nullable String authority,
      @QueryParam("cursor") @Parameter(description = "From links.next") @Nullable String cursor,
      @QueryParam("limit") @Parameter(description = "1 to 500, otherwise 50")
          @Nullable Integer limit) {
    ContractFilter filter = ContractFilter.inOrderOfCreation(authority);
    int length = Paging.limit(limit);
    String query = ContractSearch.fingerprint(filter);
    Page<ContractRow> page =
        Page.of(
            search.search(filter, Cursor.parse(cursor, query, 2), length + 1),
            length,
            row -> ContractSearch.after(query, row));
    Map<UUID, List<ObjectNode>> releases =
        contracting.of(page.items().stream().map(row -> row.state().id()).toList());
    return frame.ofRecords(uri.getRequestUri(), List.copyOf(releases.values()), next(page));
  }

  @GET
  @Path("/releases.jsonl")
  @Produces(LINES)
  @Operation(
      operationId = "downloadReleases",
      summary = "Every release as a package of one, a line each, streamed")
  @APIResponse(
      responseCode = "200",
      description = "JSON lines",
      content = @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING)))
  public Response releasesInBulk(
      @QueryParam("authority") @Parameter(description = "GSS code of one authority")
          @Nullable String authority) {
    URI address = uri.getRequestUri();
    return bulk("releases", out -> download.releases(address, authority, out));
  }

  @GET
  @Path("/records.jsonl")
  @Produces(LINES)
  @Operation(
      operationId = "downloadRecords",
      summary = "Every record as a package of one, a line each, streamed")
  @APIResponse(
      responseCode = "200",
      description = "JSON lines",
      content = @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING)))
  public Response recordsInBulk(
      @QueryParam("authority") @Parameter(description = "GSS code of one authority")
          @Nullable String authority) {
    URI address = uri.getRequestUri();
    return bulk("records", out -> download.records(address, authority, out));
  }

  private static Response bulk(String name, StreamingOutput lines) {
    return Response.ok(lines, LINES)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".jsonl\"")
        .build();
  }

  @GET
  @Path("/records/{ocid}")
  @Operation(operationId = "getRecord", summary = "One contract as a record, in a package of one")
  @APIResponse(responseCode = "200", description = "An OCDS record package with one record")
  @APIResponse(responseCode = "404", description = "No public contract has this identifier")
  public ObjectNode record(
      @PathParam("ocid") @Parameter(description = "Open contracting identifier") String ocid) {
    return frame.ofRecords(uri.getRequestUri(), List.of(require(ocid)), null);
  }

  @GET
  @Path("/releases/{ocid}/{releaseId}")
  @Operation(
      operationId = "getRelease",
      summary = "One release, for ever the same, in a package of one")
  @APIResponse(responseCode = "200", description = "An OCDS release package with one release")
  @APIResponse(responseCode = "404", description = "There is no such public release")
  public ObjectNode release(
      @PathParam("ocid") @Parameter(description = "Open contracting identifier") String ocid,
      @PathParam("releaseId") @Parameter(description = "Identifier of the release")
          String releaseId) {
    List<ObjectNode> release =
        require(ocid).stream().filter(each -> releaseId.equals(each.path("id").asText())).toList();
    if (release.isEmpty()) {
      throw ProblemException.notFound("release", releaseId);
    }
    return frame.ofReleases(uri.getRequestUri(), release, null);
  }

  private List<ObjectNode> require(String ocid) {
    List<ObjectNode> releases = contracting.of(ocid);
    if (releases.isEmpty()) {
      throw ProblemException.notFound("record", ocid);
    }
    return releases;
  }

  private @Nullable URI next(Page<?> page) {
    return page.next() == null ? null : paging.link(page.next());
  }
}
