package uk.carecontracts.contracts.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.ocds.PerformanceFailureOut;
import uk.carecontracts.contracts.ocds.PerformanceFailureOut.Withheld;
import uk.carecontracts.contracts.ocds.ReleaseNulls;

class PerformanceFailureReleaseTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Withheld NOTHING = new Withheld(false, false, false, false);
  private static final String FAILURE =
      """
      {"id":"f1","version":1,"published":true,"suppliers":[{"partyId":"p1","name":"Fernleigh Ltd"}],
       "facts":{"kind":"BREACH","requirement":"Two carers for each double-up visit",
        "description":"One carer came","impact":"Eleven people were moved unsafely",
        "from":"2026-05-01","to":"2026-07-14","mitigation":"An agency stood in",
        "warnings":[{"on":"2026-05-20","description":"Warning notice","improveBy":"2026-06-20"}],
        "decisionLink":"https://example.org/judgment 7",
        "outcomes":[
         {"kind":"SETTLEMENT","on":"2026-09-01","description":"Both sides settled","amount":2500.50,"basis":"NEGOTIATED"},
         {"kind":"PARTIAL_TERMINATION","on":"2026-08-01","description":"The north ended"},
         {"kind":"DAMAGES","on":"2026-08-15","description":"The deduction of clause 7","amount":1000,"basis":"CONTRACTED"}]}}""";

  private static ObjectNode release(String failure, Withheld withheld) throws IOException {
    return PerformanceFailureOut.of(
        "ocds-x-1", JSON.readTree(failure), withheld, Instant.parse("2026-09-02T10:00:00Z"));
  }

  private static JsonNode failure(JsonNode release) {
    return release.at("/contracts/0/implementation/performanceFailures/0");
  }

  @Test
  void a_breach_is_told_with_its_first_penalty_and_all_that_was_paid() throws Exception {
    ObjectNode release = release(FAILURE, NOTHING);
    JsonNode failure = failure(release);
    assertEquals("implementation", release.at("/tag/0").asText());
    assertEquals("2026-08-01T00:00:00+01:00", failure.path("penaltyDate").asText());
    assertEquals("contracted", failure.path("penaltyType").asText());
    assertEquals(3500.5, failure.at("/penaltyValue/amount").doubleValue());
    assertEquals("The north ended", failure.path("partialTermination").asText());
    assertEquals("Fernleigh Ltd", failure.at("/suppliers/0/name").asText());
    assertEquals("https://example.org/judgment%207", failure.at("/documents/0/url").asText());
    String description = failure.path("description").asText();
    assertTrue(
        description.contains("Told on 2026-05-20, to improve by 2026-06-20: Warning notice"));
    assertTrue(description.contains("It is over."), description);
  }

  @Test
  void what_is_exempt_is_left_out_and_with_anything_exempt_no_text_is_told() throws Exception {
    JsonNode failure = failure(release(FAILURE, new Withheld(true, true, true, true)));
    assertEquals(
        JSON.readTree(
            """
            {"id":"f1","category":"BREACH","suppliers":[{"id":"p1","name":"Redacted"}]}"""),
        failure);
    assertFalse(
        failure(release(FAILURE, new Withheld(true, false, false, false))).has("requirement"));
  }

  @Test
  void releases_obey_the_standard_with_its_uk_and_performance_extensions() throws Exception {
    OcdsSchema schema = OcdsSchema.releasesWith("metrics", "performance_failures", "uk");
    ObjectNode told = release(FAILURE, NOTHING);
    assertEquals(Set.of(), schema.faults(told));
    ObjectNode takenBack =
        release(
            FAILURE
                .replace("\"published\":true", "\"published\":false")
                .replace("\"version\":1", "\"version\":2"),
            NOTHING);
    ReleaseNulls.complete(takenBack, told);
    assertTrue(failure(takenBack).path("description").isNull());
    assertEquals(Set.of(), schema.faults(takenBack));
    ObjectNode wrong = told.deepCopy();
    ((ObjectNode) failure(wrong)).put("penaltyType", "guessed");
    assertEquals(1, schema.faults(wrong).size(), "the extension's closed list is in force");
  }
}
