package uk.carecontracts.kit.problem;

import java.util.Locale;

/** The kinds of problem every service knows; rules of the domain bring codes of their own (422). */
public enum ProblemKind {
  MALFORMED_REQUEST(400, "The request could not be read"),
  INVALID_REQUEST(400, "The request has invalid values"),
  UNAUTHENTICATED(401, "A valid bearer token is needed"),
  FORBIDDEN(403, "The token does not allow this"),
  WRONG_AUTHORITY(403, "This belongs to another authority"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "The method is not supported here"),
  NOT_ACCEPTABLE(406, "None of the accepted media types can be given"),
  CONFLICT(409, "The request conflicts with what is held"),
  REQUEST_IN_PROGRESS(409, "A request with this Idempotency-Key is still running"),
  STALE_VERSION(412, "Someone changed it since you read it"),
  PAYLOAD_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not supported"),
  IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used with another request"),
  PRECONDITION_REQUIRED(428, "If-Match is required"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "The service cannot answer at the moment");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status of this kind. */
  public int status() {
    return status;
  }

  /** The kind in words. */
  public String title() {
    return title;
  }

  /** The reference of the page that explains a code. */
  static String type(String code) {
    return "/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
