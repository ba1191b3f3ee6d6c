package uk.carecontracts.kit.problem;

import java.util.List;
import java.util.Map;
import uk.carecontracts.kit.problem.Problem.Violation;

/** Ends a request with problem details. */
public final class ProblemException extends RuntimeException {
  private final transient ProblemKind kind;
  private final String code;
  private final transient List<Violation> violations;
  private final transient Map<String, String> headers;

  /** A problem of a kind with its detail, its violations and headers to send along. */
  public ProblemException(
      ProblemKind kind, String detail, List<Violation> violations, Map<String, String> headers) {
    this(kind, kind.name(), detail, violations, headers);
  }

  private ProblemException(
      ProblemKind kind,
      String code,
      String detail,
      List<Violation> violations,
      Map<String, String> headers) {
    super(detail);
    this.kind = kind;
    this.code = code;
    this.violations = List.copyOf(violations);
    this.headers = Map.copyOf(headers);
  }

  /** A problem of a kind. */
  public static ProblemException of(ProblemKind kind, String detail) {
    return new ProblemException(kind, detail, List.of(), Map.of());
  }

  /** 404: nothing of that kind has that identifier (or the caller may not know of it). */
  public static ProblemException notFound(String what, Object id) {
    return of(ProblemKind.NOT_FOUND, "There is no " + what + " " + id + ".");
  }

  /** 400: one value, at a JSON pointer or a parameter's name, is not acceptable. */
  public static ProblemException badRequest(String pointer, String message) {
    return new ProblemException(
        ProblemKind.INVALID_REQUEST, message, List.of(new Violation(pointer, message)), Map.of());
  }

  /** 400 with several values that are not acceptable. */
  public static ProblemException badRequest(List<Violation> violations) {
    return new ProblemException(
        ProblemKind.INVALID_REQUEST, violations.get(0).message(), violations, Map.of());
  }

  /** 403 with a code of the caller's choosing, such as {@code PROVIDER_NOT_PARTY}. */
  public static ProblemException forbidden(String code, String detail) {
    return new ProblemException(ProblemKind.FORBIDDEN, code, detail, List.of(), Map.of());
  }

  /** 409 with a code of the caller's choosing, such as {@code REFERENCE_TAKEN}. */
  public static ProblemException conflict(String code, String detail) {
    return new ProblemException(ProblemKind.CONFLICT, code, detail, List.of(), Map.of());
  }

  /** The kind, which gives status and title. */
  public ProblemKind kind() {
    return kind;
  }

  /** The stable code for programs. */
  public String code() {
    return code;
  }

  /** What exactly is wrong. */
  public List<Violation> violations() {
    return violations;
  }

  /** Headers the answer carries. */
  public Map<String, String> headers() {
    return headers;
  }
}
