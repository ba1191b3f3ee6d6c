package uk.carecontracts.gateway.problem;

/** The problems the gateway itself answers; their status and words are in the catalogue. */
public enum ProblemCode {
  BAD_REQUEST,
  INVALID_REQUEST,
  UNAUTHENTICATED,
  FORBIDDEN,
  ROUTE_NOT_FOUND,
  METHOD_NOT_ALLOWED,
  REQUEST_TIMEOUT,
  PAYLOAD_TOO_LARGE,
  TOO_MANY_REQUESTS,
  GATEWAY_ERROR,
  UPSTREAM_UNAVAILABLE,
  IDENTITY_UNAVAILABLE,
  CIRCUIT_OPEN,
  UPSTREAM_BUSY,
  UNAVAILABLE,
  UPSTREAM_TIMEOUT
}
