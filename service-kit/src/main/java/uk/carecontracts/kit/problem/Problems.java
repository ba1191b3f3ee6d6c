package uk.carecontracts.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.RequestTrace;
import uk.carecontracts.kit.problem.Problem.Violation;

/** Turns what went wrong into an answer. */
@ApplicationScoped
public class Problems {
  private final UriInfo uri;
  private final RequestTrace trace;

  Problems(UriInfo uri, RequestTrace trace) {
    this.uri = uri;
    this.trace = trace;
  }

  /** The answer to a problem of a known kind. */
  public Response answer(ProblemKind kind, String detail, List<Violation> violations) {
    return answer(kind, kind.name(), detail, violations, Map.of());
  }

  /** The answer to a thrown problem. */
  Response answer(ProblemException e) {
    return answer(e.kind(), e.code(), message(e), e.violations(), e.headers());
  }

  /** The answer to a rule's no. */
  Response answer(RuleViolation e) {
    return build(422, "A rule does not allow this", e.code(), message(e), e.violations(), Map.of());
  }

  private Response answer(
      ProblemKind kind,
      String code,
      String detail,
      List<Violation> violations,
      Map<String, String> headers) {
    return build(kind.status(), kind.title(), code, detail, violations, headers);
  }

  private Response build(
      int status,
      String title,
      String code,
      String detail,
      List<Violation> violations,
      Map<String, String> headers) {
    Problem problem =
        new Problem(
            ProblemKind.type(code),
            title,
            status,
            detail,
            path(),
            code,
            trace.traceId(),
            violations.isEmpty() ? null : violations);
    Response.ResponseBuilder answer =
        Response.status(status).entity(problem).type(Problem.MEDIA_TYPE);
    headers.forEach(answer::header);
    return answer.build();
  }

  private @Nullable String path() {
    return uri.getRequestUri() == null ? null : uri.getRequestUri().getRawPath();
  }

  private static String message(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
