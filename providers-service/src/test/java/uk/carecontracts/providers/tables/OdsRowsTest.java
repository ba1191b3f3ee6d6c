package uk.carecontracts.providers.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.kit.imports.ImportFileException;

class OdsRowsTest {

  @Test
  void valuesSayMoreThanWhatIsShown() {
    String cells =
        Ods.date("2024-03-31", "31/03/2024")
            + Ods.date("2024-03-31T00:00:00", "31 Mar")
            + Ods.date("2024-03-31T10:15:00", "31 Mar 10:15")
            + Ods.number("52.6712345", "52.7")
            + Ods.number("4E1", "40")
            + Ods.number("1234567", "01234567")
            + "<table:table-cell office:value-type='boolean' office:boolean-value='true'><text:p>TRUE</text:p></table:table-cell>"
            + "<table:table-cell office:value-type='float' office:value='0' calcext:value-type='error'><text:p>#N/A</text:p></table:table-cell>"
            + Ods.number("1E999999999", "1E999999999")
            + "<table:table-cell office:value-type='string' office:string-value='kept'><text:p>shown</text:p></table:table-cell>";
    assertEquals(
        List.of(
            "2024-03-31",
            "2024-03-31",
            "2024-03-31T10:15:00",
            "52.6712345",
            "40",
            "01234567",
            "true",
            "#N/A",
            "1E999999999",
            "kept"),
        only(Ods.file(Ods.sheet("S", Ods.row(cells)))).cells());
  }

  @Test
  void textsOfACellAreItsParagraphsWithoutCommentsAndDrawings() {
    String cell =
        "<table:table-cell office:value-type='string'>"
            + "<office:annotation><text:p>a comment</text:p></office:annotation>"
            + "<text:p>Oak<text:s text:c='2000000000'/><text:span>&amp; <text:a>Ash</text:a></text:span></text:p>"
            + "<text:p>line<text:line-break/>break<text:tab/>tab</text:p>"
            + "<draw:frame><draw:text-box><text:p>a drawing</text:p></draw:text-box></draw:frame>"
            + "</table:table-cell>";
    assertEquals(
        List.of("Oak & Ash\nline\nbreak\ttab"),
        only(Ods.file(Ods.sheet("S", Ods.row(cell)))).cells());
  }

  @Test
  void coveredCellsAreBlankAndGroupedRowsAreRowsOfTheirSheet() {
    String merged =
        "<table:table-cell table:number-columns-spanned='2'><text:p>a</text:p></table:table-cell>"
            + "<table:covered-table-cell table:number-columns-repeated='2'><text:p>hidden</text:p></table:covered-table-cell>"
            + Ods.text("b");
    List<TableRow> rows =
        rows(
            Ods.file(
                "<table:tracked-changes><table:cell-content-change><table:previous><text:p>x</text:p></table:previous></table:cell-content-change></table:tracked-changes>",
                Ods.sheet("Notes", Ods.row(Ods.text("read me"))),
                Ods.sheet(
                    "Data",
                    "<table:table-header-rows>" + Ods.row(merged) + "</table:table-header-rows>",
                    "<table:table-row-group><table:table-row-group>"
                        + Ods.row("")
                        + Ods.row(Ods.text("c"))
                        + "</table:table-row-group></table:table-row-group>")));
    assertEquals(
        List.of(
            new TableRow("Notes", 1, List.of("read me")),
            new TableRow("Data", 1, List.of("a", "", "", "b")),
            new TableRow("Data", 3, List.of("c"))),
        rows);
  }

  @Property
  void howRepetitionsAreWrittenDoesNotMatter(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 12) int height) {
    List<List<String>> table = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      List<String> row = new ArrayList<>();
      int width = random.nextInt(8);
      for (int j = 0; j < width; j++) {
        row.add(List.of("", "", "a", "b").get(random.nextInt(4)));
      }
      table.add(random.nextInt(3) == 0 && i > 0 ? table.get(i - 1) : row);
    }
    List<TableRow> expected = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      List<String> cells = new ArrayList<>(table.get(i));
      while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
        cells.remove(cells.size() - 1);
      }
      if (!cells.isEmpty()) {
        expected.add(new TableRow("S", i + 1, cells));
      }
    }
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < height; ) {
      int times = run(table, i, random);
      rows.append("<table:table-row table:number-rows-repeated='").append(times).append("'>");
      for (int j = 0; j < table.get(i).size(); ) {
        int cells = run(table.get(i), j, random);
        rows.append(
            Ods.text(table.get(i).get(j))
                .replaceFirst(
                    "table-cell", "table-cell table:number-columns-repeated='" + cells + "'"));
        j += cells;
      }
      rows.append("</table:table-row>");
      i += times;
    }
    assertEquals(expected, rows(Ods.file(Ods.sheet("S", rows.toString()))));
  }

  /** Some of the equal elements from here on, at least this one. */
  private static int run(List<?> all, int from, Random random) {
    int equal = 1;
    while (from + equal < all.size() && all.get(from + equal).equals(all.get(from))) {
      equal++;
    }
    return 1 + random.nextInt(equal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table:table-row table:number-rows-repeated='1048576'><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>",
        "<table:table-row><table:table-cell table:number-columns-repeated='16384'><text:p>x</text:p></table:table-cell></table:table-row>",
        "<table:table-row><table:table-cell table:number-columns-repeated='999999999'/><table:table-cell table:number-columns-repeated='999999999'/><table:table-cell table:number-columns-repeated='999999999'/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>",
        "<table:table-row table:number-rows-repeated='99999999999999999999'/>",
        "<table:table-row table:number-rows-repeated='-5'/>",
        "<!-- a comment --><table:table-row/>",
        "<table:table-row><table:table-cell><text:p><![CDATA[x]]></text:p></table:table-cell></table:table-row>",
        "<table:table-row><table:table-cell><text:p>&lol;</text:p></table:table-cell></table:table-row>",
        "<table:table-row><table:table-cell></table:table-row>"
      })
  void whatNoSpreadsheetSaysIsRefused(String rows) {
    assertRefused(Ods.file(Ods.sheet("S", rows)));
  }

  @Test
  void entitiesAreNeverExpandedAndNothingOutsideIsRead() {
    String laughs =
        Ods.content(Ods.sheet("S", Ods.row(Ods.text("x"))))
            .replaceFirst(
                "<office:document-content",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><office:document-content");
    assertTrue(
        assertRefused(Ods.zip(SPREADSHEET, Map.of("content.xml", laughs)))
            .contains("document type"));
  }

  @Test
  void whatInflatesBeyondMeasureIsRefusedAsSoonAsItShows() {
    String sheet = Ods.sheet("S", Ods.row("").repeat(200_000));
    assertTrue(assertRefused(Ods.file(sheet)).contains("times its size"));
    String tag = Ods.sheet("S", "<table:table-row x='" + "y".repeat(2_000_000) + "'/>");
    assertTrue(assertRefused(Ods.file(tag)).contains("a tag of more than"));
    String deep = Ods.sheet("S", "<table:table-row-group>".repeat(200));
    assertTrue(assertRefused(Ods.file(deep)).contains("deeper"));
  }

  @Test
  void otherFilesAndDamagedOnesSayWhatTheyAre() {
    byte[] whole = Ods.file(Ods.sheet("S", Ods.row(Ods.text(UUID.randomUUID().toString()))));
    assertTrue(assertRefused(Arrays.copyOf(whole, whole.length / 2)).contains("cut short"));
    assertTrue(
        assertRefused(
                Ods.zip("application/vnd.oasis.opendocument.text", Map.of("content.xml", "<x/>")))
            .contains("not a spreadsheet"));
    assertTrue(assertRefused(Ods.zip(SPREADSHEET, Map.of())).contains("no content"));
    assertTrue(
        assertRefused(Ods.zip(SPREADSHEET, Map.of("content.xml", "secret"))).contains("password"));
    assertTrue(
        assertRefused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1})
            .contains("old kind"));
  }

  /** The stream fails where a file is not read yet: a row before that is given all the same. */
  @Test
  void rowsAreGivenBeforeTheRestOfTheFileHasBeenRead() {
    Random noise = new Random(1);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      byte[] bytes = new byte[60];
      noise.nextBytes(bytes);
      rows.add(Ods.row(Ods.text(i + java.util.HexFormat.of().formatHex(bytes))));
    }
    byte[] file = Ods.file(Ods.sheet("S", rows.toArray(String[]::new)));
    InputStream half =
        new FilterInputStream(new ByteArrayInputStream(file)) {
          private int read;

          @Override
          public int read(byte[] target, int offset, int length) throws java.io.IOException {
            read += length;
            assertTrue(read <= file.length / 2, "read too far ahead");
            return super.read(target, offset, length);
          }
        };
    try (TableRows table = TableRows.open(half)) {
      assertEquals(1, table.next().number());
    }
  }

  private static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

  private static String assertRefused(byte[] file) {
    return String.valueOf(assertThrows(ImportFileException.class, () -> rows(file)).getMessage());
  }

  private static TableRow only(byte[] file) {
    List<TableRow> rows = rows(file);
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  private static List<TableRow> rows(byte[] file) {
    List<TableRow> rows = new ArrayList<>();
    try (TableRows table = TableRows.open(new ByteArrayInputStream(file))) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void csvIsReadAsBefore() {
    byte[] csv = "a,\"b\nc\"\n\u00e9,\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        List.of(
            new TableRow("", 1, List.of("a", "b\nc")), new TableRow("", 3, List.of("\u00e9", ""))),
        rows(csv));
  }
}
