package uk.carecontracts.providers.statements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of market position statements. */
final class StatementBodies {
  private StatementBodies() {}

  static Map<String, Object> rate(String band, double perThousand) {
    return Map.of(
        "ageBand", band, "perThousand", perThousand, "unitsPerPerson", 1, "source", "Cases");
  }

  static List<Map<String, Object>> sections() {
    List<Map<String, Object>> sections = new ArrayList<>();
    sections.add(
        section("NEEDS", "More people will live to 85 and beyond.\n\nMost want to stay at home."));
    sections.add(section("SUPPLY", "Homes are many, and full."));
    sections.add(
        section("FORECAST", "Beds will be missing unless more people are helped to stay at home."));
    sections.add(section("PRICES", "We pay what care costs where it is delivered well."));
    sections.add(section("PIPELINE", "We talk to the market two years before a contract ends."));
    sections.add(section("INTENTIONS", "We would rather buy support at home than beds."));
    return sections;
  }

  private static Map<String, Object> section(String code, String text) {
    return Map.of("code", code, "text", text);
  }

  static Map<String, Object> draft(String area, @Nullable String forecast) {
    Map<String, Object> draft = new HashMap<>();
    draft.put("title", "Care for older people & those who care");
    draft.put(
        "summary",
        "More people will need care, and most of them want it at home. We want to buy more homecare"
            + " and extra care housing, and fewer residential beds.");
    draft.put("contact", "Market development team, care.market@example.org");
    draft.put("areas", List.of(area));
    draft.put("from", "2026-04-01");
    draft.put("to", "2029-03-31");
    if (forecast != null) {
      draft.put("forecasts", List.of(forecast));
    }
    draft.put(
        "intentions",
        List.of(
            Map.of(
                "service",
                "Extra care housing",
                "direction",
                "MORE",
                "statement",
                "120 flats in the north of the borough",
                "by",
                "April 2028"),
            Map.of(
                "service",
                "Nursing care with dementia",
                "direction",
                "MORE",
                "statement",
                "40 beds, at prices that a cost model supports"),
            Map.of(
                "service",
                "Residential care",
                "direction",
                "LESS",
                "statement",
                "No new block contracts")));
    return draft;
  }
}
