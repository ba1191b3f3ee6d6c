package uk.carecontracts.contracts.ocds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseMergeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode compiled(String... contents) throws JsonProcessingException {
    List<JsonNode> releases = new ArrayList<>();
    for (int i = 0; i < contents.length; i++) {
      releases.add(
          0,
          JSON.readTree(
              "{\"ocid\":\"o\",\"id\":\"%d\",\"date\":\"2026-01-0%dT00:00:00Z\",\"tag\":[\"tender\"],%s}"
                  .formatted(i, i + 1, contents[i])));
    }
    return ReleaseMerge.compile(releases);
  }

  @Test
  void later_values_replace_earlier_ones_whatever_the_order_given() throws Exception {
    JsonNode result =
        compiled("\"tender\":{\"title\":\"a\",\"x\":1}", "\"tender\":{\"title\":\"b\"}");
    assertEquals(JSON.readTree("{\"title\":\"b\",\"x\":1}"), result.path("tender"));
    assertEquals("o-2026-01-02T00:00:00Z", result.path("id").asText());
    assertEquals("2026-01-02T00:00:00Z", result.path("date").asText());
    assertEquals("[\"compiled\"]", result.path("tag").toString());
  }

  @Test
  void null_removes() throws Exception {
    JsonNode result = compiled("\"tender\":{\"title\":\"a\",\"x\":1}", "\"tender\":{\"x\":null}");
    assertEquals(JSON.readTree("{\"title\":\"a\"}"), result.path("tender"));
  }

  @Test
  void lists_of_objects_are_merged_by_id() throws Exception {
    JsonNode result =
        compiled(
            "\"awards\":[{\"id\":\"1\",\"a\":1},{\"id\":\"2\",\"a\":2}]",
            "\"awards\":[{\"id\":\"2\",\"b\":3},{\"id\":\"3\"}]");
    assertEquals(
        JSON.readTree("[{\"id\":\"1\",\"a\":1},{\"id\":\"2\",\"a\":2,\"b\":3},{\"id\":\"3\"}]"),
        result.path("awards"));
  }

  @Test
  void other_lists_and_marked_ones_are_replaced_as_a_whole() throws Exception {
    JsonNode result =
        compiled(
            "\"roles\":[\"a\",\"b\"],\"additionalIdentifiers\":[{\"id\":\"1\"}]",
            "\"roles\":[\"c\"],\"additionalIdentifiers\":[{\"id\":\"2\"}]");
    assertEquals("[\"c\"]", result.path("roles").toString());
    assertEquals("[{\"id\":\"2\"}]", result.path("additionalIdentifiers").toString());
  }
}
