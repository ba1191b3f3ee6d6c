package uk.carecontracts.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.ProblemKind;

/**
 * Entity tags (RFC 9110, 8.8.3 and 13). A tag is the aggregate's version, and after a dot the mark
 * of what else the representation shows: writes compare the version only, reads the whole.
 */
@ApplicationScoped
public class Preconditions {
  private final HttpHeaders headers;
  private final UriInfo uri;

  Preconditions(HttpHeaders headers, UriInfo uri) {
    this.headers = headers;
    this.uri = uri;
  }

  /** The tag of a version. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The tag of a version shown together with other facts, marked by a short word of their state.
   */
  public static String etag(long version, String mark) {
    return "\"" + version + "." + mark + "\"";
  }

  /** Lets a write go on only when the caller read this version: else 428 or 412. */
  public void requireMatch(long version) {
    List<String> given = tags(HttpHeaders.IF_MATCH);
    if (given.isEmpty()) {
      throw ProblemException.of(
          ProblemKind.PRECONDITION_REQUIRED,
          "Send If-Match with the ETag of what you read, here " + etag(version) + ".");
    }
    if (given.stream().noneMatch(tag -> tag.equals("*") || versionOf(tag).equals("" + version))) {
      throw new ProblemException(
          ProblemKind.STALE_VERSION,
          "You read "
              + String.join(", ", given)
              + "; it is now "
              + etag(version)
              + ". Read it again and retry.",
          List.of(),
          Map.of(HttpHeaders.ETAG, etag(version)));
    }
  }

  /** 200 with the tag, or 304 when the caller holds this very representation. */
  public Response answer(Object body, String etag) {
    boolean held =
        tags(HttpHeaders.IF_NONE_MATCH).stream().anyMatch(t -> t.equals("*") || t.equals(etag));
    Response.ResponseBuilder answer = held ? Response.notModified() : Response.ok(body);
    return answer
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  /** 201 with the place of the new thing and its tag. */
  public Response created(Object body, Object id, long version) {
    URI location = uri.getAbsolutePathBuilder().path(String.valueOf(id)).build();
    return Response.created(location).entity(body).header(HttpHeaders.ETAG, etag(version)).build();
  }

  /** 200 after a write, with the new tag. */
  public Response changed(Object body, long version) {
    return Response.ok(body).header(HttpHeaders.ETAG, etag(version)).build();
  }

  private List<String> tags(String header) {
    @Nullable String value = headers.getHeaderString(header);
    return value == null
        ? List.of()
        : Arrays.stream(value.split(","))
            .map(String::strip)
            .map(t -> t.startsWith("W/") ? t.substring(2) : t)
            .filter(t -> !t.isEmpty())
            .toList();
  }

  private static String versionOf(String tag) {
    return Stream.of(tag.replace("\"", "").split("\\.", 2)).findFirst().orElse("");
  }
}
