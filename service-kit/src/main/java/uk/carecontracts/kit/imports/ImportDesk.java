package uk.carecontracts.kit.imports;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** Takes files in and tells how they fare; the resources of a service are thin over it. */
@ApplicationScoped
public class ImportDesk {
  private static final int UPLOAD_SECONDS = 1800;

  private final List<ImportFormat<?>> formats;
  private final ImportStore store;
  private final ImportRunner runner;
  private final Caller caller;
  private final HttpHeaders headers;
  private final UriInfo uri;
  private final Paging paging;

  ImportDesk(
      @All List<ImportFormat<?>> formats,
      ImportStore store,
      ImportRunner runner,
      Caller caller,
      HttpHeaders headers,
      UriInfo uri,
      Paging paging) {
    this.formats = formats;
    this.store = store;
    this.runner = runner;
    this.caller = caller;
    this.headers = headers;
    this.uri = uri;
    this.paging = paging;
  }

  /**
   * Stores the file and queues the job: 202 with the job and its place. Once answered, the file is
   * safe. Must not be called in a transaction. With an Idempotency-Key the same file gives the same
   * job; another file 422.
   */
  public Response submit(ImportSubmission submission, InputStream file) {
    ImportFormat<?> format = format(submission);
    String authority = caller.authorityOr(submission.authority());
    String key = headers.getHeaderString("Idempotency-Key");
    ImportJob job =
        QuarkusTransaction.requiringNew()
            .timeout(UPLOAD_SECONDS)
            .call(
                () ->
                    store.accept(
                        submission, format.name(), authority, caller.subject(), key, file));
    runner.wake();
    return Response.accepted(job)
        .location(uri.getAbsolutePathBuilder().path(job.id().toString()).build())
        .build();
  }

  private ImportFormat<?> format(ImportSubmission submission) {
    String known =
        formats.stream()
            .filter(f -> f.collection().equals(submission.collection()))
            .map(ImportFormat::name)
            .sorted()
            .collect(Collectors.joining(", "));
    return formats.stream()
        .filter(f -> f.collection().equals(submission.collection()))
        .filter(f -> f.name().equals(submission.format()))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "format",
                    submission.format() == null
                        ? "Name the layout of the file with format; known here: " + known + "."
                        : "'" + submission.format() + "' is not one of " + known + "."));
  }

  /** 200 with the job; 404 for one of another authority. */
  public Response job(String collection, UUID id) {
    ImportJob job = require(collection, id);
    Response.ResponseBuilder answer = Response.ok(job);
    if (job.finishedAt() == null) {
      answer.header("Retry-After", 1);
    }
    return answer.build();
  }

  /** The caller's jobs, newest first. */
  public RestResponse<Page<ImportJob>> jobs(
      String collection, @Nullable String cursor, @Nullable Integer limit) {
    return paging.page(
        Page.byId(
            Cursor.fingerprint(collection),
            cursor,
            limit,
            (before, most) -> store.jobs(collection, before, most),
            job -> job.id()));
  }

  /** The rejected rows with their reasons, a page at a time. */
  public RestResponse<Page<ImportJob.RowError>> errors(
      String collection, UUID id, @Nullable String cursor, @Nullable Integer limit) {
    require(collection, id);
    int length = Paging.limit(limit);
    String query = Cursor.fingerprint(collection, id);
    Cursor from = Cursor.parse(cursor, query, 1);
    long after = from == null ? 0 : from.number(0);
    List<ImportStore.StoredError> rows = store.errors(id, after, length + 1);
    return paging.page(
        Page.of(rows, length, row -> Cursor.after(query, row.no()))
            .map(ImportStore.StoredError::error));
  }

  /** All rejected rows with their reasons, for a spreadsheet. */
  public Response errorsAsCsv(String collection, UUID id) {
    require(collection, id);
    CsvTable table = new CsvTable("row", "pointer", "message");
    for (ImportStore.StoredError stored : store.errors(id, 0, Integer.MAX_VALUE)) {
      ImportJob.RowError error = stored.error();
      table.line(error.row(), error.pointer(), error.message());
    }
    return Response.ok(table.text(), CsvTable.MEDIA_TYPE).build();
  }

  private ImportJob require(String collection, UUID id) {
    ImportJob job = store.job(collection, id);
    if (job == null) {
      throw ProblemException.notFound("import", id);
    }
    return job;
  }
}
