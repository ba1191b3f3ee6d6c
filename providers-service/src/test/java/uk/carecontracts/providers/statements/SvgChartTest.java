package uk.carecontracts.providers.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgChartTest {

  @Test
  void whatAChartShowsItAlsoSays() throws Exception {
    Figure figure =
        figure(
            Figure.Kind.LINES,
            List.of("2030", "2031", "2032"),
            series("Needed", "412.5", "425", "440"),
            series("There is", "350", null, "1350.5"));
    String svg = SvgChart.of(figure);
    Document document = parsed(svg);
    assertEquals("img", document.getDocumentElement().getAttribute("role"));
    assertEquals("title-f desc-f", document.getDocumentElement().getAttribute("aria-labelledby"));
    assertEquals(
        "Beds <needed> & held. Needed: 412.5 in 2030, 440 in 2032. There is: 350 in 2030,"
            + " 1,350.5 in 2032.",
        document.getElementsByTagName("desc").item(0).getTextContent());
    assertEquals(2, document.getElementsByTagName("polyline").getLength());
    assertTrue(
        svg.contains("stroke-dasharray=\"9 5\""), "the second line differs by more than colour");
  }

  @Test
  void barsHaveTheirValuesAsText() throws Exception {
    Figure figure =
        figure(Figure.Kind.BARS, List.of("Nursing", "Residential"), series("Beds", "40", "60"));
    Document document = parsed(SvgChart.of(figure));
    assertEquals(2, document.getElementsByTagName("rect").getLength());
    assertTrue(document.getDocumentElement().getTextContent().contains("60"));
    assertEquals("Beds <needed> & held. Beds: Nursing 40, Residential 60.", figure.inWords());
  }

  @Test
  void aTableHasNoChartAndADashWhereNothingIsKnown() {
    Figure table = figure(null, List.of("2030"), series("Beds", (String) null));
    assertEquals("", SvgChart.of(table));
    assertEquals(List.of("–"), table.rows().get(0).values());
    assertTrue(
        figure(Figure.Kind.BARS, List.of("a"), series("b", (String) null))
            .inWords()
            .endsWith("b: not known."));
  }

  @Property(tries = 100)
  void anyFiguresMakeAChartThatABrowserCanRead(
      @ForAll @Size(min = 1, max = 12)
          List<@BigRange(min = "-500", max = "9000000") BigDecimal> values)
      throws Exception {
    List<String> categories = new ArrayList<>();
    values.forEach(each -> categories.add("c" + categories.size()));
    for (Figure.Kind kind : Figure.Kind.values()) {
      Figure figure =
          new Figure(
              "f", "Any", "Axis", categories, List.of(new Figure.Series("s", values)), kind, "src");
      String svg = SvgChart.of(figure);
      parsed(svg);
      assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
      assertFalse(svg.matches("(?s).*(width|height)=\"-.*"), svg);
    }
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static Figure.Series series(String name, @Nullable String... values) {
    List<@Nullable BigDecimal> numbers = new ArrayList<>();
    Arrays.stream(values).forEach(each -> numbers.add(each == null ? null : new BigDecimal(each)));
    return new Figure.Series(name, numbers);
  }

  private static Figure figure(
      Figure.@Nullable Kind kind, List<String> categories, Figure.Series... series) {
    return new Figure(
        "f", "Beds <needed> & held", "Year", categories, List.of(series), kind, "Register");
  }
}
