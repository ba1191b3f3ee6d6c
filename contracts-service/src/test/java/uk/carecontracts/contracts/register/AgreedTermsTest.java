package uk.carecontracts.contracts.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.kit.problem.RuleViolation;

class AgreedTermsTest {
  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();
  private static final String ALDER =
      "{\"id\":\"0191d3c5-0000-7000-8000-000000000001\",\"name\":\"Alder Ltd\",\"sharePercent\":60}";
  private static final String BIRCH =
      "{\"name\":\"Birch CIC\",\"role\":\"ALLIANCE_PARTNER\",\"sharePercent\":40,\"lots\":[\"1\"]}";
  private static final String ELM = "{\"name\":\"Elm Ltd\",\"role\":\"SUBCONTRACTOR\"}";
  private static final String SIGNED =
      """
      {"reference":"R-1","title":"Day care","description":"d","type":"BLOCK","regime":"LIGHT_TOUCH",
       "parties":[%s,%s],"lots":[{"id":"1","value":{"amount":100,"currency":"GBP"}},{"id":"2"}],
       "values":{"total":{"amount":349000,"currency":"GBP"}},
       "dates":{"award":"2026-03-01","start":"2026-04-01","end":"2030-03-31","noticeMonths":6},
       "socialValue":[{"measure":"Apprentices","target":5}],
       "minimumStandards":["Training"],"outcomes":["Falls avoided","People heard"]}"""
          .formatted(ALDER, BIRCH);

  private static ContractTerms terms(String... changes) {
    try {
      ObjectNode said = (ObjectNode) JSON.readTree(SIGNED);
      for (String change : changes) {
        said.setAll((ObjectNode) JSON.readTree(change));
      }
      return JSON.treeToValue(said, ContractTerms.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The places for which a change of the signed terms is refused; none when it is not. */
  private static List<String> refused(String change) {
    return refused(terms(), terms(change));
  }

  private static List<String> refused(ContractTerms held, ContractTerms changed) {
    try {
      AgreedTerms.requireKept(held, changed);
      return List.of();
    } catch (RuleViolation e) {
      assertEquals("TERMS_AGREED", e.code());
      List<String> places = new ArrayList<>();
      e.violations().forEach(each -> places.add(each.pointer()));
      assertEquals(null, places.remove(places.size() - 1), "the ways on come last");
      return places;
    }
  }

  private static String dates(String start, String end, int notice) {
    return "{\"dates\":{\"award\":\"2026-03-01\",\"start\":\"%s\",\"end\":\"%s\",\"noticeMonths\":%d}}"
        .formatted(start, end, notice);
  }

  @Test
  void every_agreed_place_is_named_with_both_ways_on() {
    String values = "{\"values\":{\"total\":{\"amount\":394000,\"currency\":\"GBP\"}}}";
    ContractTerms changed =
        terms(values, dates("2026-04-01", "2031-03-31", 3), "{\"type\":\"SPOT\"}");
    RuleViolation refusal =
        assertThrows(RuleViolation.class, () -> AgreedTerms.requireKept(terms(), changed));
    assertTrue(refusal.getMessage().contains("/variations"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("/correct"), refusal.getMessage());
    assertEquals(
        List.of("/type", "/values/total", "/dates/end", "/dates/noticeMonths"),
        refused(terms(), changed));
    assertEquals(List.of("/values/total"), refused("{\"values\":{}}"));
    assertEquals(List.of("/dates/start"), refused(dates("2026-04-02", "2030-03-31", 6)));
  }

  @Test
  void words_facts_of_the_procurement_and_what_was_blank_are_the_keepers() {
    assertEquals(
        List.of(),
        refused(
            """
            {"title":"Day care centres","description":"Two centres","area":"Ashby","regime":"FULL_ACT",
             "procedure":"OPEN","categories":{"cpv":["85312000"]},"serviceType":"DAY_CARE",
             "dates":{"award":"2026-03-02","signature":"2026-03-20","start":"2026-04-01",
                      "end":"2030-03-31","review":"2028-04-01","noticeMonths":6},
             "values":{"total":{"amount":349000.00,"currency":"GBP"},
                       "annual":{"amount":87250,"currency":"GBP"}}}"""));
    ContractTerms blank = terms("{\"parties\":[],\"lots\":[],\"outcomes\":[],\"values\":{}}");
    assertEquals(List.of(), refused(blank, terms()));
  }

  @Test
  void what_the_supplier_undertook_is_kept_in_any_order() {
    assertEquals(List.of("/outcomes"), refused("{\"outcomes\":[\"Falls avoided\"]}"));
    assertEquals(List.of(), refused("{\"outcomes\":[\"People heard\",\"Falls avoided\"]}"));
    assertEquals(
        List.of("/minimumStandards"),
        refused("{\"minimumStandards\":[\"Training\",\"Wellbeing\"]}"));
    String promise = "{\"socialValue\":[{\"measure\":\"Apprentices\",\"target\":%s}]}";
    assertEquals(List.of(), refused(promise.formatted("5.0")));
    assertEquals(List.of("/socialValue"), refused(promise.formatted("4")));
  }

  @Test
  void a_lot_keeps_its_value_and_none_comes_or_goes() {
    String lots = "{\"lots\":[{\"id\":\"2\",\"title\":\"West\",\"value\":%s},{\"id\":\"1\"%s}]}";
    String hundred = "{\"amount\":100,\"currency\":\"GBP\"}";
    assertEquals(List.of(), refused(lots.formatted(hundred, ",\"value\":" + hundred)));
    assertEquals(List.of("/lots"), refused(lots.formatted(hundred, "")));
    assertEquals(List.of("/lots"), refused("{\"lots\":[{\"id\":\"2\"}]}"));
  }

  @Test
  void parties_keep_their_part_and_subcontractors_come_and_go() {
    String parties = "{\"parties\":[%s,%s]}";
    String renamed = ALDER.replace("Alder Ltd", "Alder Care Limited").replace("60", "60.0");
    assertEquals(List.of(), refused(parties.formatted(BIRCH, renamed)));
    assertEquals(List.of(), refused(parties.formatted(ALDER, BIRCH + "," + ELM)));
    assertEquals(List.of("/parties"), refused(parties.formatted(ALDER, ELM)));
    assertEquals(
        List.of("/parties"),
        refused(parties.formatted(ALDER.replace("60", "70"), BIRCH.replace("40", "30"))));
    assertEquals(
        List.of("/parties"), refused(parties.formatted(ALDER, BIRCH.replace("\"1\"", "\"2\""))));
    assertEquals(
        List.of("/parties"),
        refused(parties.formatted(ALDER, BIRCH.replace("ALLIANCE_PARTNER", "SUBCONTRACTOR"))));
  }
}
