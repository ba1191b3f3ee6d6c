package uk.carecontracts.stack.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The invented market as it stands in the CSV files under {@code demo/}.
 *
 * @param authorities councils
 * @param services what they buy
 * @param providers who offers it
 * @param locations homes and branches
 * @param programme what is contracted
 */
record Catalogue(
    List<DemoAuthority> authorities,
    List<DemoService> services,
    List<DemoProvider> providers,
    List<DemoLocation> locations,
    List<ProgrammeLine> programme) {

  /** Reads the files that come with the product. */
  static Catalogue read() {
    return new Catalogue(
        Fixture.rows("authorities.csv", Catalogue::authority),
        Fixture.rows("services.csv", Catalogue::service),
        Fixture.rows("providers.csv", Catalogue::provider),
        Fixture.rows("locations.csv", Catalogue::location),
        Fixture.rows("programme.csv", Catalogue::line));
  }

  /** Councils by short name. */
  Map<String, DemoAuthority> authoritiesByName() {
    return by(authorities, DemoAuthority::shortName);
  }

  /** Services by code. */
  Map<String, DemoService> servicesByCode() {
    return by(services, DemoService::code);
  }

  private static <T> Map<String, T> by(List<T> items, Function<T, String> key) {
    return items.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  private static DemoAuthority authority(NamedCsvRecord row) {
    return new DemoAuthority(
        row.getField("short"),
        row.getField("code"),
        row.getField("name"),
        row.getField("directorate"),
        row.getField("department"),
        list(row, "zones"));
  }

  private static DemoService service(NamedCsvRecord row) {
    return new DemoService(
        row.getField("code"),
        row.getField("serviceType"),
        row.getField("title"),
        row.getField("description"),
        row.getField("cpv"),
        row.getField("proclass"),
        list(row, "clientGroups"),
        number(row, "annualFrom"),
        number(row, "annualTo"),
        list(row, "standards"),
        list(row, "outcomes"),
        row.getField("socialValue"));
  }

  private static DemoProvider provider(NamedCsvRecord row) {
    return new DemoProvider(
        row.getField("key"),
        row.getField("legalName"),
        row.getField("kind"),
        row.getField("size"),
        row.getField("companyNumber"),
        row.getField("charityNumber"),
        row.getField("cqcProvider"),
        row.getField("ultimateOwner"),
        list(row, "areas"),
        list(row, "services"),
        Trend.valueOf(row.getField("trend")));
  }

  private static DemoLocation location(NamedCsvRecord row) {
    return new DemoLocation(
        row.getField("cqcLocation"),
        row.getField("provider"),
        row.getField("name"),
        row.getField("careType"),
        row.getField("beds").isEmpty() ? 0 : number(row, "beds"),
        row.getField("area"),
        number(row, "openedMonthsAgo"),
        DemoRating.parse(row.getField("ratings")));
  }

  private static ProgrammeLine line(NamedCsvRecord row) {
    return new ProgrammeLine(
        row.getField("authority"),
        row.getField("service"),
        row.getField("type"),
        row.getField("regime"),
        row.getField("procedure"),
        Stage.valueOf(row.getField("stage")),
        number(row, "count"),
        number(row, "endFrom"),
        number(row, "endTo"),
        number(row, "years"),
        ProgrammeLine.Pool.valueOf(row.getField("pool")),
        number(row, "suppliers"));
  }

  private static List<String> list(NamedCsvRecord row, String field) {
    String text = row.getField(field);
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(";"));
  }

  private static int number(NamedCsvRecord row, String field) {
    return Integer.parseInt(row.getField(field));
  }
}
