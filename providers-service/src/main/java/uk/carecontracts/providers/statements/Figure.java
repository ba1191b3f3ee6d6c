package uk.carecontracts.providers.statements;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are shown as a table and, where a chart says more, drawn as well. The chart's text
 * alternative is made from the same values, so that nothing is said to the eye alone.
 *
 * @param id unique in the statement
 * @param caption what it shows
 * @param axis what the categories are, such as Year
 * @param categories the rows of the table
 * @param series the columns of the table
 * @param chart how it is drawn; absent: as a table only
 * @param source where the values come from
 */
@Schema(name = "StatementFigure")
public record Figure(
    String id,
    String caption,
    String axis,
    List<String> categories,
    List<Series> series,
    @Nullable Kind chart,
    String source) {

  /** How a figure is drawn. */
  @Schema(name = "ChartKind")
  public enum Kind {
    /** Bars beside each other, for kinds of things. */
    BARS,
    /** Lines, for what moves over time. */
    LINES
  }

  /**
   * One column.
   *
   * @param name what it is, with its unit
   * @param values one for each category; absent where it is not known or held back
   */
  @Schema(name = "FigureSeries")
  public record Series(String name, List<@Nullable BigDecimal> values) {

    /** Two places when any of its values needs one, so that columns line up. */
    int places() {
      boolean whole =
          values.stream()
              .filter(Objects::nonNull)
              .allMatch(each -> each.stripTrailingZeros().scale() <= 0);
      return whole ? 0 : 2;
    }
  }

  /** A row of the table: its category and the values as text. */
  public record Row(String category, List<String> values) {}

  /** The rows of the table. */
  public List<Row> rows() {
    return java.util.stream.IntStream.range(0, categories.size())
        .mapToObj(
            i ->
                new Row(
                    categories.get(i),
                    series.stream()
                        .map(each -> shown(each.values().get(i), each.places()))
                        .toList()))
        .toList();
  }

  /** A number with thousands apart, and a dash where none is known. */
  static String shown(@Nullable BigDecimal number) {
    return shown(
        number, number == null ? 0 : Math.min(2, Math.max(0, number.stripTrailingZeros().scale())));
  }

  private static String shown(@Nullable BigDecimal number, int places) {
    if (number == null) {
      return "–";
    }
    return String.format(java.util.Locale.UK, "%,." + places + "f", number);
  }

  /** The chart in words: from where to where each series goes, or its largest value. */
  String inWords() {
    StringBuilder words = new StringBuilder(caption).append('.');
    for (Series each : series) {
      List<Integer> known =
          java.util.stream.IntStream.range(0, categories.size())
              .filter(i -> each.values().get(i) != null)
              .boxed()
              .toList();
      if (known.isEmpty()) {
        words.append(' ').append(each.name()).append(": not known.");
      } else if (chart == Kind.LINES) {
        int first = known.get(0);
        int last = known.get(known.size() - 1);
        words.append(
            " %s: %s in %s, %s in %s."
                .formatted(
                    each.name(),
                    shown(each.values().get(first)),
                    categories.get(first),
                    shown(each.values().get(last)),
                    categories.get(last)));
      } else {
        List<String> parts =
            known.stream().map(i -> categories.get(i) + " " + shown(each.values().get(i))).toList();
        words.append(" %s: %s.".formatted(each.name(), String.join(", ", parts)));
      }
    }
    return words.toString();
  }
}
