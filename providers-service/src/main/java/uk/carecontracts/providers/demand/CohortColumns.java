package uk.carecontracts.providers.demand;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.CsvWidth;
import uk.carecontracts.kit.imports.ImportFileException;

/**
 * Where a population file has what. Headers are compared without case, spaces and underscores; a
 * header that is a year is a column of people in that year.
 */
final class CohortColumns {

  private static final List<String> AREA = List.of("area", "areacode", "gsscode", "code");
  private static final List<String> BAND = List.of("ageband", "agegroup", "age");

  private final CsvWidth width;
  private final int area;
  private final int band;
  private final int year;
  private final int people;
  private final Map<Integer, Integer> years;
  private final String areaOfFile;

  private CohortColumns(
      CsvWidth width,
      int area,
      int band,
      int year,
      int people,
      Map<Integer, Integer> years,
      String areaOfFile) {
    this.width = width;
    this.area = area;
    this.band = band;
    this.year = year;
    this.people = people;
    this.years = years;
    this.areaOfFile = areaOfFile;
  }

  /** A cell that cannot be used. */
  static final class BadCell extends Exception {
    private static final long serialVersionUID = 1L;
    private final @Nullable String column;

    BadCell(@Nullable String column, String message) {
      super(message);
      this.column = column;
    }

    @Nullable String column() {
      return column;
    }
  }

  /**
   * Reads a header.
   *
   * @param areaOfFile the area of a file that has no column for it; empty when it must have one
   */
  static CohortColumns of(List<String> header, String areaOfFile) {
    List<String> names =
        header.stream()
            .map(
                cell ->
                    cell.replace("\ufeff", "").toLowerCase(Locale.ROOT).replaceAll("[\\s_]", ""))
            .toList();
    Map<Integer, Integer> years = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).matches("(19|20)\\d\\d")) {
        years.put(Integer.valueOf(names.get(i)), i);
      }
    }
    CohortColumns columns =
        new CohortColumns(
            CsvWidth.named(names),
            place(names, AREA),
            place(names, BAND),
            place(names, List.of("year")),
            place(names, List.of("people", "population", "persons")),
            years,
            areaOfFile);
    boolean tall = columns.year >= 0 && columns.people >= 0;
    if ((columns.area < 0 && areaOfFile.isEmpty())
        || columns.band < 0
        || (!tall && years.isEmpty())) {
      throw new ImportFileException(
          "This is no table of population: it needs the columns area (or the parameter area) and"
              + " ageBand, and either year and people or a column for each year.");
    }
    return columns;
  }

  private static int place(List<String> names, List<String> wanted) {
    for (int i = 0; i < names.size(); i++) {
      if (wanted.contains(names.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The cohorts of one row. */
  List<Cohort> read(List<String> cells) throws BadCell {
    if (width.isExceededBy(cells)) {
      throw new BadCell(
          null,
          "The row has more cells than the file has columns; a number such as 12,345 needs"
              + " quotation marks around it.");
    }
    String code = area < 0 ? areaOfFile : cell(cells, area);
    if (!code.matches("[EWSN]\\d{8}")) {
      throw new BadCell("area", "A GSS code reads like E08000009.");
    }
    String ages =
        cell(cells, band)
            .replaceAll("\\s*[\u2010-\u2015]\\s*", "-")
            .replaceFirst("(?i)^(people )?aged\\s+", "");
    if (ages.isEmpty()) {
      throw new BadCell("ageBand", "A cohort needs its age band.");
    }
    List<Cohort> row = new ArrayList<>();
    if (years.isEmpty()) {
      row.add(new Cohort(code, ages, year(cell(cells, year)), count("people", cells, people)));
    } else {
      for (Map.Entry<Integer, Integer> each : years.entrySet()) {
        row.add(
            new Cohort(
                code,
                ages,
                each.getKey(),
                count(each.getKey().toString(), cells, each.getValue())));
      }
    }
    return row;
  }

  private static int year(String text) throws BadCell {
    if (!text.matches("(19|20)\\d\\d")) {
      throw new BadCell("year", "A year reads like 2030.");
    }
    return Integer.parseInt(text);
  }

  /** Publishers write thousands with commas. */
  private static BigDecimal count(String column, List<String> cells, int place) throws BadCell {
    String text = cell(cells, place).replace(",", "");
    if (!text.matches("\\d{1,9}(\\.\\d{1,6})?")) {
      throw new BadCell(column, "People are a number such as 12,345.");
    }
    return new BigDecimal(text);
  }

  private static String cell(List<String> cells, int place) {
    return place >= 0 && place < cells.size() ? cells.get(place).strip() : "";
  }
}
