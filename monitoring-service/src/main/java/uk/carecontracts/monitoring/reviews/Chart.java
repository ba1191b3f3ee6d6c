package uk.carecontracts.monitoring.reviews;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.carecontracts.monitoring.contracts.KnownContracts.Marker;
import uk.carecontracts.monitoring.risk.FactorScore;
import uk.carecontracts.monitoring.scorecards.Scorecard.HistoryPoint;
import uk.carecontracts.monitoring.scorecards.Scorecard.IndicatorLine;

/**
 * Charts as SVG, drawn on the server: they print, need no script, and say in words what they show
 * to whoever cannot see them.
 */
final class Chart {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 150;
  private static final int LEFT = 46;
  private static final int RIGHT = 12;
  private static final int TOP = 14;
  private static final int BOTTOM = 26;

  private Chart() {}

  /** An indicator over time with its target and the days on which terms changed. */
  static String line(IndicatorLine indicator, List<Marker> markers) {
    List<HistoryPoint> points = indicator.history();
    if (points.isEmpty()) {
      return "";
    }
    Scale scale = new Scale(points, indicator.target());
    StringBuilder svg = new StringBuilder();
    String label = described(indicator);
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(WIDTH, HEIGHT, escaped(label)));
    axes(svg, scale, points);
    String target = scale.y(indicator.target());
    svg.append(
            "<line class=\"target\" x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\"/>"
                .formatted(LEFT, target, WIDTH - RIGHT, target))
        .append(
            text(
                WIDTH - RIGHT,
                Double.parseDouble(target) - 4,
                "end",
                "target " + plain(indicator.target())));
    for (Marker marker : markers) {
      if (scale.covers(marker.on())) {
        svg.append(
                "<line class=\"marker\" x1=\"%1$s\" y1=\"%2$d\" x2=\"%1$s\" y2=\"%3$d\"/>"
                    .formatted(scale.x(marker.on()), TOP, HEIGHT - BOTTOM))
            .append(
                "<text class=\"mark\" x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                    .formatted(
                        scale.x(marker.on()), TOP - 3, marker.kind().toLowerCase(Locale.ROOT)));
      }
    }
    List<String> path = new ArrayList<>();
    points.forEach(p -> path.add(scale.x(p.periodEnd()) + "," + scale.y(p.value())));
    svg.append("<polyline class=\"values\" points=\"%s\"/>".formatted(String.join(" ", path)));
    for (HistoryPoint point : points) {
      svg.append(
          "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"4\"><title>%s: %s</title></circle>"
              .formatted(
                  point.rag().name().toLowerCase(Locale.ROOT),
                  scale.x(point.periodEnd()),
                  scale.y(point.value()),
                  point.periodEnd(),
                  plain(point.value())));
    }
    return svg.append("</svg>").toString();
  }

  private static String described(IndicatorLine indicator) {
    List<HistoryPoint> points = indicator.history();
    HistoryPoint first = points.get(0);
    HistoryPoint last = points.get(points.size() - 1);
    return "%s: from %s in the period to %s to %s in the period to %s; the target is %s"
        .formatted(
            indicator.title(),
            plain(first.value()),
            first.periodEnd(),
            plain(last.value()),
            last.periodEnd(),
            plain(indicator.target()));
  }

  private static void axes(StringBuilder svg, Scale scale, List<HistoryPoint> points) {
    svg.append(
        "<path class=\"axis\" d=\"M%d %d V%d H%d\"/>"
            .formatted(LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT));
    for (BigDecimal tick : List.of(scale.low, scale.high)) {
      svg.append(text(LEFT - 5, Double.parseDouble(scale.y(tick)) + 4, "end", plain(tick)));
    }
    svg.append(text(LEFT, HEIGHT - 8, "start", points.get(0).periodEnd().toString()));
    if (points.size() > 1) {
      svg.append(
          text(
              WIDTH - RIGHT,
              HEIGHT - 8,
              "end",
              points.get(points.size() - 1).periodEnd().toString()));
    }
  }

  /** What each factor adds to the risk score, beside the most it could add. */
  static String bars(List<FactorScore> factors) {
    int row = 24;
    int left = 190;
    int height = factors.size() * row + 4;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Points of risk by factor\">"
            .formatted(WIDTH, height));
    for (int i = 0; i < factors.size(); i++) {
      FactorScore factor = factors.get(i);
      int y = i * row + 4;
      svg.append(text(left - 8, y + 14, "end", words(factor.factor().name())));
      svg.append(bar("most", left, y, factor.of()));
      svg.append(bar(factor.known() ? "points" : "points unknown", left, y, factor.points()));
      svg.append(
          text(
              left + wide(factor.of()) + 6,
              y + 14,
              "start",
              "%s of %s%s"
                  .formatted(
                      plain(factor.points()),
                      plain(factor.of()),
                      factor.known() ? "" : " (not known)")));
    }
    return svg.append("</svg>").toString();
  }

  private static String bar(String kind, int left, int y, BigDecimal points) {
    return "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"17\"/>"
        .formatted(kind, left, y, wide(points));
  }

  private static int wide(BigDecimal points) {
    return points.multiply(BigDecimal.TEN).intValue();
  }

  static String words(String code) {
    String lower = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }

  private static String text(double x, double y, String anchor, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        escaped(words));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** From values and days to places. */
  private static final class Scale {
    private final BigDecimal low;
    private final BigDecimal high;
    private final LocalDate first;
    private final long days;

    Scale(List<HistoryPoint> points, BigDecimal target) {
      List<BigDecimal> all =
          Stream.concat(points.stream().map(HistoryPoint::value), Stream.of(target)).toList();
      BigDecimal least = all.stream().reduce(target, BigDecimal::min);
      BigDecimal most = all.stream().reduce(target, BigDecimal::max);
      BigDecimal span = most.subtract(least);
      BigDecimal air =
          span.signum() == 0
              ? BigDecimal.ONE
              : span.multiply(new BigDecimal("0.15")).setScale(1, RoundingMode.UP);
      BigDecimal below = least.subtract(air);
      low =
          (least.signum() >= 0 ? below.max(BigDecimal.ZERO) : below)
              .setScale(1, RoundingMode.FLOOR);
      high = most.add(air).setScale(1, RoundingMode.CEILING);
      first = points.get(0).periodEnd();
      days = Math.max(1, ChronoUnit.DAYS.between(first, points.get(points.size() - 1).periodEnd()));
    }

    boolean covers(LocalDate day) {
      long at = ChronoUnit.DAYS.between(first, day);
      return at >= 0 && at <= days;
    }

    String x(LocalDate day) {
      double share = (double) ChronoUnit.DAYS.between(first, day) / days;
      return String.format(Locale.ROOT, "%.1f", LEFT + 8 + share * (WIDTH - LEFT - RIGHT - 16));
    }

    String y(BigDecimal value) {
      double share = value.subtract(low).doubleValue() / high.subtract(low).doubleValue();
      return String.format(Locale.ROOT, "%.1f", HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM));
    }
  }
}
