package uk.carecontracts.contracts.ocds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReleaseNullsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ObjectNode release(int day, String fields) throws JsonProcessingException {
    ObjectNode release = (ObjectNode) JSON.readTree(fields);
    release
        .put("ocid", "o")
        .put("id", "r" + day)
        .put("date", "2026-01-%02dT00:00:00Z".formatted(day));
    return release;
  }

  private static ObjectNode next(ObjectNode before, ObjectNode now) {
    ObjectNode completed = now.deepCopy();
    ReleaseNulls.complete(completed, before);
    return completed;
  }

  @Test
  void what_was_cleared_is_null_once_and_gone_from_the_record() throws Exception {
    ObjectNode first =
        release(
            1,
            "{\"tender\":{\"id\":\"T\",\"description\":\"d\",\"value\":{\"amount\":5,\"currency\":\"GBP\"},"
                + "\"documents\":[{\"id\":\"1\",\"url\":\"u\"},{\"id\":\"2\",\"url\":\"v\"}]}}");
    ObjectNode second =
        release(2, "{\"tender\":{\"id\":\"T\",\"documents\":[{\"id\":\"1\",\"url\":\"u\"}]}}");
    ObjectNode told = next(first, second);
    assertEquals(
        JSON.readTree(
            "{\"id\":\"T\",\"documents\":[{\"id\":\"1\",\"url\":\"u\"},{\"url\":null,\"id\":\"2\"}],"
                + "\"description\":null,\"value\":{\"amount\":null,\"currency\":null}}"),
        told.path("tender"));
    JsonNode compiled = ReleaseMerge.compile(List.of(first, told));
    assertEquals(
        JSON.readTree("{\"id\":\"T\",\"documents\":[{\"id\":\"1\",\"url\":\"u\"},{\"id\":\"2\"}]}"),
        compiled.path("tender"));
  }

  @Test
  void what_was_planned_stays_after_the_tender_unless_it_was_cleared_in_it() throws Exception {
    ObjectNode tender =
        release(
            1,
            "{\"planning\":{\"budget\":{\"amount\":{\"amount\":5}}},\"tender\":{\"id\":\"T\",\"status\":\"active\"}}");
    ObjectNode award = release(2, "{\"tender\":{\"id\":\"T\",\"status\":\"complete\"}}");
    assertEquals(
        5,
        ReleaseMerge.compile(List.of(tender, next(tender, award)))
            .at("/planning/budget/amount/amount")
            .asInt());
    ObjectNode cleared = release(2, "{\"tender\":{\"id\":\"T\",\"status\":\"active\"}}");
    assertFalse(ReleaseMerge.compile(List.of(tender, next(tender, cleared))).has("planning"));
  }

  @Test
  void a_subcontractor_that_left_is_no_removed_supplier() throws Exception {
    ObjectNode first =
        release(1, "{\"parties\":[{\"id\":\"a\",\"name\":\"A\",\"roles\":[\"subcontractor\"]}]}");
    ObjectNode second = release(2, "{\"parties\":[]}");
    JsonNode compiled = ReleaseMerge.compile(List.of(first, next(first, second)));
    assertEquals(JSON.readTree("[{\"id\":\"a\",\"name\":\"A\"}]"), compiled.path("parties"));
  }

  @Test
  void a_supplier_that_left_is_marked_as_removed() throws Exception {
    ObjectNode first =
        release(1, "{\"parties\":[{\"id\":\"a\",\"name\":\"A\",\"roles\":[\"supplier\"]}]}");
    ObjectNode second =
        release(2, "{\"parties\":[{\"id\":\"b\",\"name\":\"B\",\"roles\":[\"supplier\"]}]}");
    JsonNode compiled = ReleaseMerge.compile(List.of(first, next(first, second)));
    assertEquals(
        JSON.readTree(
            "[{\"id\":\"a\",\"name\":\"A\",\"roles\":[\"removedSupplier\"]},"
                + "{\"id\":\"b\",\"name\":\"B\",\"roles\":[\"supplier\"]}]"),
        compiled.path("parties"));
  }

  @Provide
  Arbitrary<List<ObjectNode>> histories() {
    return trees(3).list().ofMinSize(2).ofMaxSize(5);
  }

  private static Arbitrary<ObjectNode> trees(int depth) {
    Arbitrary<JsonNode> values =
        Arbitraries.oneOf(
            Arbitraries.integers().map(JsonNodeFactory.instance::numberNode),
            Arbitraries.of("x", "y").map(JsonNodeFactory.instance::textNode));
    Arbitrary<JsonNode> below =
        depth == 0 ? values : Arbitraries.oneOf(values, trees(depth - 1).map(each -> each));
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), below)
        .ofMaxSize(4)
        .map(
            fields -> {
              ObjectNode node = JsonNodeFactory.instance.objectNode();
              fields.forEach(
                  (name, value) -> {
                    if (!(value.isObject() && value.isEmpty())) {
                      node.set(name, value);
                    }
                  });
              return node;
            });
  }

  @Property
  void a_record_says_what_its_last_version_says(@ForAll("histories") List<ObjectNode> versions)
      throws Exception {
    List<ObjectNode> releases = new ArrayList<>();
    ObjectNode before = null;
    for (int i = 0; i < versions.size(); i++) {
      ObjectNode raw = release(i + 1, "{}");
      raw.set("tender", versions.get(i));
      releases.add(before == null ? raw : next(before, raw));
      before = raw;
    }
    ObjectNode compiled = ReleaseMerge.compile(releases);
    ObjectNode last = versions.get(versions.size() - 1);
    assertEquals(last.isEmpty() ? null : last, compiled.get("tender"));
    assertFalse(compiled.toString().contains("null"));
  }
}
