package uk.carecontracts.contracts.publication;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.PublicRead;
import uk.carecontracts.kit.tenancy.Reach;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Past states of the public register, for anyone to cite. */
@Path("/v1/register")
@Tag(name = "Public register")
@PermitAll
@PublicRead
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
public class SnapshotResource {
  private static final String CSV = "text/csv";
  private static final int PAGE = 500;
  private static final Acting ANYONE = new Acting(Reach.PUBLIC, "", "anonymous", "public");

  private final SnapshotRepository snapshots;
  private final ExemptionRepository exemptions;
  private final Paging paging;
  private final Clock clock;

  SnapshotResource(
      SnapshotRepository snapshots, ExemptionRepository exemptions, Paging paging, Clock clock) {
    this.snapshots = snapshots;
    this.exemptions = exemptions;
    this.paging = paging;
    this.clock = clock;
  }

  @GET
  @Path("/snapshots")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listRegisterSnapshots",
      summary = "Snapshots of registers, quarterly and on demand, the latest first")
  @APIResponse(responseCode = "200", description = "A page of snapshots")
  public RestResponse<Page<SnapshotRepository.Snapshot>> list(
      @QueryParam("authority") @Parameter(description = "GSS code of one authority")
          @Nullable String authority,
      @BeanParam ListFilter part) {
    return paging.page(
        Page.byId(
            Cursor.fingerprint("snapshots", authority),
            part.cursor,
            part.limit,
            (before, most) -> read(() -> snapshots.list(authority, before, most)),
            row -> row.id()));
  }

  @GET
  @Path("/snapshots/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getRegisterSnapshot", summary = "A snapshot: of whom, when, how long")
  @APIResponse(
      responseCode = "200",
      description = "The snapshot",
      content = @Content(schema = @Schema(implementation = SnapshotRepository.Snapshot.class)))
  @APIResponse(responseCode = "404", description = "There is no such snapshot")
  public SnapshotRepository.Snapshot get(
      @PathParam("id") @Parameter(description = "Identity of the snapshot") UUID id) {
    return read(() -> snapshots.find(id))
        .orElseThrow(() -> ProblemException.notFound("snapshot", id));
  }

  @GET
  @Path("/snapshots/{id}/entries")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listRegisterSnapshotEntries",
      summary = "The register as it was, in the ten fields of the Transparency Code",
      description = "The same for ever, but for fields that were exempted from publication since.")
  @APIResponse(responseCode = "200", description = "A page of entries; as CSV all of them")
  @APIResponse(responseCode = "404", description = "There is no such snapshot")
  public RestResponse<Page<TransparencyEntry>> entries(
      @PathParam("id") @Parameter(description = "Identity of the snapshot") UUID id,
      @BeanParam ListFilter part) {
    get(id);
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("snapshot", id);
    Cursor from = Cursor.parse(part.cursor, query, 1);
    long after = from == null ? 0 : from.number(0);
    List<SnapshotRepository.Numbered> rows = read(() -> snapshots.entries(id, after, length + 1));
    return paging.page(
        Page.of(rows, length, row -> Cursor.after(query, row.no()))
            .map(SnapshotRepository.Numbered::entry));
  }

  @GET
  @Path("/snapshots/{id}/entries")
  @Produces(CSV)
  @Operation(hidden = true)
  public Response entriesAsCsv(@PathParam("id") UUID id) {
    SnapshotRepository.Snapshot snapshot = get(id);
    StreamingOutput stream = out -> write(id, out);
    return Response.ok(stream, CSV + ";charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"contract-register-"
                + snapshot.authority()
                + "-"
                + snapshot.label().replace(":", "")
                + ".csv\"")
        .build();
  }

  private void write(UUID id, OutputStream out) throws IOException {
    BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(TransparencyEntry.HEADER);
      long after = 0;
      List<SnapshotRepository.Numbered> rows;
      do {
        long from = after;
        rows = Tenancy.callAs(ANYONE, () -> read(() -> snapshots.entries(id, from, PAGE)));
        rows.forEach(row -> csv.writeRecord(row.entry().line()));
        after = rows.isEmpty() ? after : rows.get(rows.size() - 1).no();
      } while (rows.size() == PAGE);
    }
  }

  @GET
  @Path("/exemption-grounds")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listExemptionGrounds",
      summary = "Grounds in law for which a field is not published")
  @APIResponse(responseCode = "200", description = "The grounds that hold today")
  public Page<ExemptionRepository.Ground> grounds() {
    return new Page<>(read(() -> exemptions.grounds(LocalDate.now(clock))), null);
  }

  private static <T> T read(Supplier<T> reading) {
    return QuarkusTransaction.requiringNew().call(reading::get);
  }
}
