package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * What the product answered.
 *
 * @param status HTTP status
 * @param body the body, a missing node when there was none
 * @param etag the ETag, empty when there was none
 */
record ApiAnswer(int status, JsonNode body, String etag) {

  /** The identity of what was answered. */
  UUID id() {
    return UUID.fromString(body.path("id").asText());
  }
}
