package uk.carecontracts.providers.statements;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Draws a figure as SVG: text stays text, what it says in words is its description, and series
 * differ by line and mark as well as by colour, so that it can be read in print and by everyone.
 */
final class SvgChart {

  private static final int WIDTH = 720;
  private static final int LABELS = 190;
  private static final int BAR = 26;
  private static final int GAP = 12;
  private static final int PLOT_HEIGHT = 260;
  private static final int LEFT = 70;
  private static final int RIGHT = 130;
  private static final List<String> COLOURS = List.of("#1d5a9c", "#a8410a", "#00603a");
  private static final List<String> DASHES = List.of("none", "9 5", "2 4");

  private final Figure figure;
  private final StringBuilder svg = new StringBuilder();

  private SvgChart(Figure figure) {
    this.figure = figure;
  }

  /** The chart, or nothing for a figure that is a table only. */
  static String of(Figure figure) {
    if (figure.chart() == null || figure.categories().isEmpty()) {
      return "";
    }
    SvgChart chart = new SvgChart(figure);
    return figure.chart() == Figure.Kind.BARS ? chart.bars() : chart.lines();
  }

  private String bars() {
    int rows = figure.categories().size() * figure.series().size();
    int height = rows * BAR + (figure.categories().size() + 1) * GAP;
    double most = most();
    open(height);
    int y = GAP;
    for (int i = 0; i < figure.categories().size(); i++) {
      int block = figure.series().size() * BAR;
      text(LABELS - 10, y + block / 2.0 + 5, "end", figure.categories().get(i));
      for (int s = 0; s < figure.series().size(); s++) {
        BigDecimal number = figure.series().get(s).values().get(i);
        double length = number == null ? 0 : number.doubleValue() / most * (WIDTH - LABELS - 90);
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                LABELS,
                y + 3,
                Math.max(0, length),
                BAR - 6,
                COLOURS.get(s % COLOURS.size())));
        text(LABELS + Math.max(0, length) + 8, y + BAR / 2.0 + 5, "start", Figure.shown(number));
        y += BAR;
      }
      y += GAP;
    }
    return close();
  }

  private String lines() {
    int height = PLOT_HEIGHT + 70;
    double step = step(most());
    int ticks = (int) Math.max(1, Math.ceil(most() / step - 1e-9));
    open(height);
    for (int t = 0; t <= ticks; t++) {
      double y = y(t * step, ticks * step);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#b1b4b6\"/>",
              LEFT,
              WIDTH - RIGHT,
              y,
              y));
      text(LEFT - 10, y + 5, "end", Figure.shown(BigDecimal.valueOf(t * step)));
    }
    int every = Math.max(1, (figure.categories().size() + 7) / 8);
    for (int i = 0; i < figure.categories().size(); i += every) {
      text(x(i), PLOT_HEIGHT + 45.0, "middle", figure.categories().get(i));
    }
    double lowest = Double.MAX_VALUE;
    for (int s : fromTop()) {
      lowest = line(s, ticks * step, lowest);
    }
    return close();
  }

  /** The series in the order of where they end, so that their names do not cover each other. */
  private List<Integer> fromTop() {
    return java.util.stream.IntStream.range(0, figure.series().size())
        .boxed()
        .sorted(java.util.Comparator.comparing((Integer s) -> last(s)))
        .toList();
  }

  private double last(int series) {
    return figure.series().get(series).values().stream()
        .filter(Objects::nonNull)
        .reduce((a, b) -> b)
        .map(BigDecimal::doubleValue)
        .orElse(0.0);
  }

  /** Draws one series; answers where its name stands, so that the next stands above it. */
  private double line(int s, double top, double below) {
    String colour = COLOURS.get(s % COLOURS.size());
    StringBuilder points = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    double lastY = PLOT_HEIGHT;
    List<@org.jspecify.annotations.Nullable BigDecimal> values = figure.series().get(s).values();
    for (int i = 0; i < values.size(); i++) {
      BigDecimal number = values.get(i);
      if (number != null) {
        lastY = y(number.doubleValue(), top);
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i), lastY));
        marks.append(mark(s, x(i), lastY, colour));
      }
    }
    svg.append("<polyline fill=\"none\" stroke-width=\"3\" stroke=\"")
        .append(colour)
        .append("\" stroke-dasharray=\"")
        .append(DASHES.get(s % DASHES.size()))
        .append("\" points=\"")
        .append(points.toString().strip())
        .append("\"/>")
        .append(marks);
    double place = Math.min(lastY + 5, below - 18);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%.1f\" fill=\"%s\" font-weight=\"bold\">%s</text>",
            WIDTH - RIGHT + 14,
            place,
            colour,
            escaped(figure.series().get(s).name())));
    return place;
  }

  private static String mark(int s, double x, double y, String colour) {
    return switch (s % 3) {
      case 0 ->
          String.format(
              Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x, y, colour);
      case 1 ->
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"8\" fill=\"%s\"/>",
              x - 4,
              y - 4,
              colour);
      default ->
          String.format(
              Locale.ROOT, "<path d=\"M%.1f %.1f l5 9 h-10 z\" fill=\"%s\"/>", x, y - 5, colour);
    };
  }

  private double x(int category) {
    int last = Math.max(1, figure.categories().size() - 1);
    return LEFT + 10 + (double) category / last * (WIDTH - LEFT - RIGHT - 20);
  }

  private static double y(double number, double top) {
    return 20 + PLOT_HEIGHT - Math.max(0, number) / top * PLOT_HEIGHT;
  }

  private double most() {
    double most =
        figure.series().stream()
            .flatMap(each -> each.values().stream())
            .filter(Objects::nonNull)
            .mapToDouble(BigDecimal::doubleValue)
            .max()
            .orElse(0);
    return most > 0 ? most : 1;
  }

  /** A round distance between grid lines, so that there are four to eight of them. */
  static double step(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    for (double each : new double[] {0.1, 0.2, 0.25, 0.5, 1, 2}) {
      if (most / (each * power) <= 6) {
        return each * power;
      }
    }
    return 2 * power;
  }

  private void open(int height) {
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %d %d" \
        aria-labelledby="title-%s desc-%s"><title id="title-%s">%s</title>\
        <desc id="desc-%s">%s</desc>"""
            .formatted(
                WIDTH,
                height,
                figure.id(),
                figure.id(),
                figure.id(),
                escaped(figure.caption()),
                figure.id(),
                escaped(figure.inWords())));
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            anchor,
            escaped(words)));
  }

  private String close() {
    return svg.append("</svg>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
