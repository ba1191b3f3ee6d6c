package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.carecontracts.stack.demo.Progress.Outcome;
import uk.carecontracts.stack.infrastructure.Role;

/** Sends each council an invented projection of the people who live there. */
final class PopulationLoader {
  /** What the invented publication is called; forecasts name it. */
  static final String SOURCE = "Invented population projection of the demo";

  private static final int FIRST_YEAR = 2025;
  private static final int LAST_YEAR = 2045;

  private final ApiClient api;
  private final Tokens tokens;

  PopulationLoader(ApiClient api, Tokens tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  /**
   * People of an age in the first year, and how their number grows.
   *
   * @param council short name of the council
   * @param ageBand their ages
   * @param people how many there are in the first year
   * @param growthPercent more every year
   */
  record Cohort(String council, String ageBand, int people, BigDecimal growthPercent) {

    private static Cohort read(NamedCsvRecord row) {
      return new Cohort(
          row.getField("council"),
          row.getField("ageBand"),
          Integer.parseInt(row.getField("people")),
          new BigDecimal(row.getField("growthPercent")));
    }

    int in(int year) {
      BigDecimal factor =
          BigDecimal.ONE
              .add(growthPercent.movePointLeft(2))
              .pow(year - FIRST_YEAR, MathContext.DECIMAL64);
      return factor
          .multiply(BigDecimal.valueOf(people))
          .setScale(0, RoundingMode.HALF_UP)
          .intValueExact();
    }
  }

  /** Sends the files; the same file again changes nothing. */
  void load(List<DemoAuthority> authorities, Crew crew, Progress progress) {
    List<Cohort> cohorts = Fixture.rows("population.csv", Cohort::read);
    progress.done("populations", crew.each(authorities, each -> load(each, cohorts)));
  }

  private Outcome load(DemoAuthority authority, List<Cohort> cohorts) {
    JsonNode job =
        new ImportWatch(api)
            .send(
                "/v1/population-cohort-imports",
                "?source=" + SOURCE.replace(" ", "%20"),
                file(authority, cohorts),
                tokens.officer(Role.PROVIDERS, authority));
    return Progress.outcome(job.at("/rows/created").asInt() > 0, job.at("/rows/updated").asInt());
  }

  /** A row for each age band, a column for each year. */
  static String file(DemoAuthority authority, List<Cohort> cohorts) {
    String years =
        IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    return cohorts.stream()
        .filter(each -> each.council().equals(authority.shortName()))
        .map(
            each ->
                IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                    .mapToObj(year -> String.valueOf(each.in(year)))
                    .collect(
                        Collectors.joining(
                            ",", authority.code() + "," + each.ageBand() + ",", "\n")))
        .collect(Collectors.joining("", "area,ageBand," + years + "\n", ""));
  }
}
