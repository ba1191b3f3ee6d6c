package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in braces that the steps of a scene use: days counted from today, records of the demo,
 * and things that earlier steps found or made.
 */
final class Words {
  private static final Pattern WORD = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern DAY = Pattern.compile("(today|month|year)(?:([+-]\\d+)([dmy]?))?");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, JsonNode> known = new HashMap<>();
  private final LocalDate today;

  Words(LocalDate today) {
    this.today = today;
    LocalDate yearStart = today.minusMonths(3).withDayOfYear(1).plusMonths(3);
    know("lastYearStart", TextNode.valueOf(yearStart.minusYears(1).toString()));
    know("nextYearEnd", TextNode.valueOf(yearStart.plusYears(2).minusDays(1).toString()));
    int year = yearStart.getYear();
    know("financialYear", TextNode.valueOf("%d-%02d".formatted(year, (year + 1) % 100)));
  }

  /** Keeps what a word stands for from now on. */
  void know(String word, JsonNode thing) {
    known.put(word, thing);
  }

  /** A text with every word put in, from the innermost outwards. */
  String text(String written) {
    String told = written;
    for (Matcher found = WORD.matcher(told); found.find(); found = WORD.matcher(told)) {
      told = found.replaceAll(word -> Matcher.quoteReplacement(value(word.group(1)).asText()));
    }
    return told;
  }

  /** A body with every word put in; a text that is one word alone becomes the value itself. */
  JsonNode body(JsonNode written) {
    if (written.isTextual()) {
      Matcher whole = WORD.matcher(written.asText());
      return whole.matches() ? value(whole.group(1)) : TextNode.valueOf(text(written.asText()));
    }
    if (written.isArray()) {
      ArrayNode items = JSON.arrayNode();
      written.forEach(item -> add(items, item));
      return items;
    }
    if (written.isObject()) {
      ObjectNode fields = JSON.objectNode();
      written
          .properties()
          .forEach(field -> fields.set(text(field.getKey()), body(field.getValue())));
      return fields;
    }
    return written;
  }

  /**
   * {@code {"each": list, "but": [codes], "give": item}} stands for one item for each of a list.
   */
  private void add(ArrayNode items, JsonNode item) {
    if (!item.has("each")) {
      items.add(body(item));
      return;
    }
    for (JsonNode one : value(item.path("each").asText())) {
      known.put("it", one);
      JsonNode given = body(item.path("give"));
      boolean left = false;
      for (JsonNode code : item.path("but")) {
        left |= given.findValuesAsText(item.path("by").asText()).contains(code.asText());
      }
      if (!left) {
        items.add(given);
      }
    }
  }

  private JsonNode value(String word) {
    Matcher day = DAY.matcher(word);
    if (day.matches()) {
      return day(day);
    }
    JsonNode whole = known.get(word);
    if (whole != null) {
      return whole;
    }
    int dot = word.indexOf('.');
    JsonNode thing = dot < 0 ? null : known.get(word.substring(0, dot));
    JsonNode part =
        thing == null
            ? JSON.missingNode()
            : thing.at("/" + word.substring(dot + 1).replace('.', '/'));
    if (part.isMissingNode()) {
      throw new IllegalStateException("the scene uses {" + word + "}, which nobody told");
    }
    return part;
  }

  private JsonNode day(Matcher day) {
    int shift = day.group(2) == null ? 0 : Integer.parseInt(day.group(2));
    return switch (day.group(1)) {
      case "year" -> IntNode.valueOf(today.getYear() + shift);
      case "month" -> TextNode.valueOf(YearMonth.from(today).plusMonths(shift).toString());
      default ->
          TextNode.valueOf(
              switch (String.valueOf(day.group(3))) {
                case "y" -> today.plusYears(shift).toString();
                case "m" -> today.plusMonths(shift).toString();
                default -> today.plusDays(shift).toString();
              });
    };
  }
}
