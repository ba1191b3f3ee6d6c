package uk.carecontracts.kit.problem;

import static uk.carecontracts.kit.problem.ProblemKind.CONFLICT;
import static uk.carecontracts.kit.problem.ProblemKind.FORBIDDEN;
import static uk.carecontracts.kit.problem.ProblemKind.INTERNAL_ERROR;
import static uk.carecontracts.kit.problem.ProblemKind.INVALID_REQUEST;
import static uk.carecontracts.kit.problem.ProblemKind.MALFORMED_REQUEST;
import static uk.carecontracts.kit.problem.ProblemKind.METHOD_NOT_ALLOWED;
import static uk.carecontracts.kit.problem.ProblemKind.NOT_ACCEPTABLE;
import static uk.carecontracts.kit.problem.ProblemKind.NOT_FOUND;
import static uk.carecontracts.kit.problem.ProblemKind.PAYLOAD_TOO_LARGE;
import static uk.carecontracts.kit.problem.ProblemKind.STALE_VERSION;
import static uk.carecontracts.kit.problem.ProblemKind.UNAUTHENTICATED;
import static uk.carecontracts.kit.problem.ProblemKind.UNAVAILABLE;
import static uk.carecontracts.kit.problem.ProblemKind.UNSUPPORTED_MEDIA_TYPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.carecontracts.kit.problem.Problem.Violation;

/** One mapper for each source of errors; what none of them knows is ours to mend (500). */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final Map<Integer, ProblemKind> KINDS_BY_STATUS =
      Map.of(
          400, MALFORMED_REQUEST,
          401, UNAUTHENTICATED,
          403, FORBIDDEN,
          404, NOT_FOUND,
          405, METHOD_NOT_ALLOWED,
          406, NOT_ACCEPTABLE,
          409, CONFLICT,
          413, PAYLOAD_TOO_LARGE,
          415, UNSUPPORTED_MEDIA_TYPE,
          503, UNAVAILABLE);

  private final Problems problems;

  ProblemMappers(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  Response known(ProblemException e) {
    return problems.answer(e);
  }

  @ServerExceptionMapper
  Response rule(RuleViolation e) {
    return problems.answer(e);
  }

  @ServerExceptionMapper
  Response unauthenticated(UnauthorizedException e) {
    return unauthenticated("Send Authorization: Bearer <token> from your identity provider.");
  }

  @ServerExceptionMapper
  Response unauthenticated(AuthenticationFailedException e) {
    return unauthenticated("The bearer token was not accepted: expired, altered or not for us.");
  }

  private Response unauthenticated(String detail) {
    return problems.answer(
        new ProblemException(
            UNAUTHENTICATED, detail, List.of(), Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer")));
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return problems.answer(
        FORBIDDEN,
        "The token lacks the scope this operation needs; its documentation names it.",
        List.of());
  }

  @ServerExceptionMapper(priority = 1)
  Response json(JsonProcessingException e) {
    Violation violation = JsonFaults.explain(e);
    ProblemKind kind = JsonFaults.isMalformed(e) ? MALFORMED_REQUEST : INVALID_REQUEST;
    return problems.answer(kind, violation.message(), List.of(violation));
  }

  /** Named for itself because the platform brings a mapper of its own for this one. */
  @ServerExceptionMapper(priority = 1)
  Response shape(MismatchedInputException e) {
    return json(e);
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return json(json);
    }
    if (e.getCause() instanceof ProblemException problem) {
      return problems.answer(problem);
    }
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    ProblemKind kind = KINDS_BY_STATUS.getOrDefault(status, INTERNAL_ERROR);
    if (kind == INTERNAL_ERROR) {
      return unexpected(e);
    }
    return problems.answer(kind, HttpFaults.explain(kind, e), List.of());
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e) {
    List<Violation> violations = ValidationFaults.explain(e);
    return problems.answer(INVALID_REQUEST, ValidationFaults.summary(violations), violations);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e, HttpServerRequest request) {
    return unexpected(e);
  }

  private Response unexpected(Throwable e) {
    if (DatabaseFaults.isStale(e)) {
      return problems.answer(
          STALE_VERSION, "Read it again, apply your change to what you find, retry.", List.of());
    }
    String constraint = DatabaseFaults.uniqueConstraint(e);
    if (constraint != null) {
      return problems.answer(
          CONFLICT, "Another record already holds this value (" + constraint + ").", List.of());
    }
    String unfit = DatabaseFaults.unfitValue(e);
    if (unfit != null) {
      LOG.warn("A value the database cannot hold", e);
      return problems.answer(INVALID_REQUEST, unfit, List.of());
    }
    if (DatabaseFaults.isUnavailable(e)) {
      LOG.error("Database unavailable", e);
      return problems.answer(UNAVAILABLE, "Try again in a few seconds.", List.of());
    }
    LOG.error("Unexpected failure", e);
    return problems.answer(
        INTERNAL_ERROR,
        "The failure was recorded under the traceId; nothing of this request was kept.",
        List.of());
  }
}
