package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Sends files to imports and waits until they are worked off. */
final class ImportWatch {
  private static final Duration BREATH = Duration.ofMillis(300);

  private final ApiClient api;

  ImportWatch(ApiClient api) {
    this.api = api;
  }

  /**
   * Sends a CSV file; every line must be taken.
   *
   * @param collection path of the imports
   * @param query what the import is told besides
   */
  JsonNode send(String collection, String query, String csv, String token) {
    JsonNode begun = api.send(ApiRequest.post(collection + query, token, csv)).body();
    JsonNode job = finished(collection, begun, token);
    if (job.at("/rows/rejected").asInt() > 0) {
      String errors = collection + "/" + job.path("id").asText() + "/errors?limit=3";
      throw new DemoFailure(
          "%d lines were refused by %s, such as: %s"
              .formatted(
                  job.at("/rows/rejected").asInt(),
                  collection,
                  api.send(ApiRequest.get(errors, token)).body().path("items")));
    }
    return job;
  }

  /** The job when it is done. */
  JsonNode finished(String collection, JsonNode begun, String token) {
    String job = collection + "/" + begun.path("id").asText();
    while (true) {
      JsonNode now = api.send(ApiRequest.get(job, token)).body();
      switch (now.path("status").asText()) {
        case "COMPLETED" -> {
          return now;
        }
        case "FAILED" -> throw new DemoFailure(now.path("failure").asText());
        default -> Pause.of(BREATH);
      }
    }
  }
}
