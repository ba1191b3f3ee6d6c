package uk.carecontracts.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 9);

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @Test
  void everySceneNamesCouncilsProvidersAndContractsThatTheDemoHas() {
    Catalogue catalogue = Catalogue.read();
    Map<String, Set<String>> known =
        Map.of(
            "council", catalogue.authoritiesByName().keySet(),
            "provider",
                catalogue.providers().stream().map(DemoProvider::key).collect(Collectors.toSet()),
            "location",
                catalogue.locations().stream()
                    .map(DemoLocation::cqcLocation)
                    .collect(Collectors.toSet()),
            "contract",
                ContractGenerator.contracts(catalogue, TODAY).stream()
                    .map(DemoContract::reference)
                    .collect(Collectors.toSet()));
    Set<String> titles = new HashSet<>();
    for (Scene scene : Scene.all()) {
      assertTrue(titles.add(scene.title()), scene.title());
      assertFalse(scene.moves().isEmpty(), scene.title());
      for (Map<String, JsonNode> cast : scene.cast()) {
        assertTrue(cast.containsKey("council"), scene.title());
        cast.forEach(
            (word, value) ->
                assertTrue(
                    !known.containsKey(word) || known.get(word).contains(value.asText()),
                    scene.title() + ": " + value));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "{today}, 2026-02-09",
    "{today-3m}, 2025-11-09",
    "{today+14d}, 2026-02-23",
    "{today-1y}, 2025-02-09",
    "{month+11}, 2027-01",
    "{year}, 2026",
    "{lastYearStart} to {nextYearEnd}, 2024-04-01 to 2027-03-31",
    "{financialYear}, 2025-26",
    "/v1/x/{thing.id}/{thing.list.1}, /v1/x/7/b",
    "{record:{who}}, R",
  })
  void wordsAreDaysRecordsAndWhatStepsFound(String written, String told) throws Exception {
    Words words = new Words(TODAY);
    words.know("thing", json("{'id': 7, 'list': ['a', 'b']}"));
    words.know("who", TextNode.valueOf("ME"));
    words.know("record:ME", TextNode.valueOf("R"));
    assertEquals(told, words.text(written));
  }

  @Test
  void bodiesKeepNumbersAndListsAreWrittenOut() throws Exception {
    Words words = new Words(TODAY);
    words.know("n", json("12.5"));
    words.know("thing", json("{'standards': [{'code': 'A'}, {'code': 'B'}]}"));
    assertEquals(
        json("{'amount': 12.5, '2025-26': 1, 'all': [{'s': 'B', 'score': 3}, {'s': 'A'}]}"),
        words.body(
            json(
                "{'amount': '{n}', '{financialYear}': 1, 'all': [{'each': 'thing.standards',"
                    + " 'by': 's', 'but': ['A'], 'give': {'s': '{it.code}', 'score': 3}},"
                    + " {'s': 'A'}]}")));
  }

  @Test
  void aWordThatNobodyToldIsAMistakeOfTheScene() {
    assertThrows(IllegalStateException.class, () -> new Words(TODAY).text("{nothing.id}"));
  }
}
