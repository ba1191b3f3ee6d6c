package uk.carecontracts.contracts.register;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/**
 * Measures searches at ten thousand and at a million contracts, through HTTP and the service's own
 * SQL under its tenancy. Its name keeps it out of ordinary builds: benchmarks/search.sh runs it.
 */
@QuarkusTest
@ContractsInfrastructure
class SearchBenchmark {
  private static final int[] SIZES = {10_000, Integer.getInteger("search.size", 1_000_000)};
  private static final int WARM_UP = 30;
  private static final int RUNS = Integer.getInteger("search.runs", 200);

  /** Town words are rare (1 in 5,000), trades medium (1 in 200), "care" is in every contract. */
  private static final Map<String, String> SEARCHES = new LinkedHashMap<>();

  static {
    SEARCHES.put("public, newest", "/v1/register/contracts?");
    SEARCHES.put("public, rare word", "/v1/register/contracts?q=town%d");
    SEARCHES.put("public, medium word", "/v1/register/contracts?q=trade%m");
    SEARCHES.put("public, word in all", "/v1/register/contracts?q=care");
    SEARCHES.put("public, two words", "/v1/register/contracts?q=support+trade%m");
    SEARCHES.put("public, reference", "/v1/register/contracts?q=R-%d");
    SEARCHES.put("public, supplier", "/v1/register/contracts?provider=%s");
    SEARCHES.put(
        "public, status, type, service",
        "/v1/register/contracts?status=ACTIVE&type=BLOCK&serviceType=SERVICE_8");
    SEARCHES.put("public, category", "/v1/register/contracts?category=8531");
    SEARCHES.put(
        "public, client group and area", "/v1/register/contracts?clientGroup=GROUP_3&area=%a");
    SEARCHES.put(
        "public, value range by value",
        "/v1/register/contracts?valueFrom=50000&valueTo=90000&sort=-value");
    SEARCHES.put(
        "public, expiring by end", "/v1/register/contracts?expiringBefore=2027-06-30&sort=end");
    SEARCHES.put("keeper, newest", "/v1/contracts?");
    SEARCHES.put("keeper, medium word", "/v1/contracts?q=trade%m");
    SEARCHES.put("keeper, word in all by title", "/v1/contracts?q=care&sort=title");
    SEARCHES.put("keeper, facets of everything", "/v1/contracts?facets=true");
    SEARCHES.put("keeper, facets of a word in all", "/v1/contracts?facets=true&q=care");
    SEARCHES.put("keeper, facets of a medium word", "/v1/contracts?facets=true&q=trade%m");
  }

  @TestHTTPResource URI base;
  @Inject SearchWindows windows;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void measure() throws Exception {
    Map<Integer, Map<String, double[]>> all = new LinkedHashMap<>();
    int from = 1;
    for (int size : SIZES) {
      long begun = System.nanoTime();
      seed(from, size);
      from = size + 1;
      System.out.printf(
          "%d contracts seeded after %.0f s%n", size, (System.nanoTime() - begun) / 1e9);
      windows.measure();
      round(size); // both sizes are measured warm
      all.put(size, round(size));
    }
    System.out.println(
        "| search | p50 at 10,000 | p99 | p50 at " + SIZES[1] + " | p99 | p99 ratio |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    for (String name : all.get(SIZES[0]).keySet()) {
      double[] small = all.get(SIZES[0]).get(name);
      double[] large = all.get(SIZES[1]).get(name);
      System.out.printf(
          "| %s | %.1f | %.1f | %.1f | %.1f | %.2f |%n",
          name, small[0], small[1], large[0], large[1], large[1] / small[1]);
    }
  }

  private Map<String, double[]> round(int size) throws Exception {
    Map<String, double[]> figures = new LinkedHashMap<>();
    List<Double> every = new ArrayList<>();
    for (Map.Entry<String, String> search : SEARCHES.entrySet()) {
      double[] times = new double[RUNS];
      for (int i = -WARM_UP; i < RUNS; i++) {
        double took = time(url(search.getValue(), i + WARM_UP, size));
        if (i >= 0) {
          times[i] = took;
          every.add(took);
        }
      }
      figures.put(search.getKey(), percentiles(times));
    }
    figures.put("all", percentiles(every.stream().mapToDouble(each -> each).toArray()));
    return figures;
  }

  private static String url(String pattern, int i, int size) {
    int contract = 1 + Math.floorMod(i * 7919, size);
    return pattern
        .replace("town%d", "town" + contract % 5000)
        .replace("%s", md5(contract))
        .replace("%a", md5(3 + 8 * Math.floorMod(i, 37)))
        .replace("%d", String.valueOf(contract))
        .replace("%m", String.valueOf(i % 200));
  }

  /** The word that PostgreSQL makes of a number for supplier and area names. */
  private static String md5(int number) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5")
                  .digest(String.valueOf(number).getBytes(StandardCharsets.US_ASCII)))
          .substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private double time(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (path.startsWith("/v1/contracts")) {
      request.header("Authorization", "Bearer " + TOKEN.token);
    }
    long begun = System.nanoTime();
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    double took = (System.nanoTime() - begun) / 1e6;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return took;
  }

  /** Made when first needed, once the issuer runs. */
  private static final class TOKEN {
    static final String token = Tokens.contracts(Api.AUTHORITY);
  }

  private static double[] percentiles(double[] times) {
    Arrays.sort(times);
    return new double[] {times[times.length / 2], times[(int) Math.ceil(times.length * 0.99) - 1]};
  }

  /**
   * Rows as the service writes them and in the order of entry, without the triggers, and indexes
   * built afterwards.
   */
  private static void seed(int from, int to) throws SQLException {
    given().get("/q/health/live").then().statusCode(200);
    try (Connection connection = Infrastructure.jdbc("contracts");
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      List<String> indexes = new ArrayList<>();
      List<String> names = new ArrayList<>();
      try (ResultSet row =
          sql.executeQuery(
              "select i.indexname, i.indexdef from pg_indexes i where i.tablename = 'contract_search'"
                  + " and i.indexname <> 'contract_search_pk'")) {
        while (row.next()) {
          names.add(row.getString(1));
          indexes.add(row.getString(2));
        }
      }
      for (String name : names) {
        sql.execute("drop index " + name);
      }
      sql.execute(CONTRACTS.formatted(from, to));
      sql.execute(PARTIES.formatted(from, to));
      sql.execute(SEARCH_ROWS.formatted(from, to));
      sql.execute("select setval('contract_search_place', %d)".formatted(to));
      for (String index : indexes) {
        sql.execute(index);
      }
      sql.execute("vacuum analyze contract");
      sql.execute("vacuum analyze contract_search");
      sql.execute("vacuum analyze contract_party");
    }
  }

  private static final String ID = "('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid";
  private static final String AUTHORITY =
      "case when i %% 5 = 0 then '"
          + Api.AUTHORITY
          + "' else 'E08' || lpad((i %% 151)::text, 6, '0') end";

  private static final String CONTRACTS =
      "insert into contract (id, lock_version, authority, status, reference, title, type, service_type, area,"
          + " client_groups, categories, total_value, start_date, end_date, search_text, terms, created_at, updated_at)"
          + " select "
          + ID
          + ", 0, "
          + AUTHORITY
          + ","
          + " (array['ACTIVE','ACTIVE','ACTIVE','AWARDED','EXPIRED','PUBLISHED_TENDER'])[1 + i %% 6],"
          + " 'R-' || i, t.title, (array['BLOCK','SPOT','CALL_OFF','GRANT'])[1 + i %% 4], 'SERVICE_' || i %% 30,"
          + " initcap(substr(md5((i %% 300)::text), 1, 8)), array['GROUP_' || i %% 8], array['321014', '853' || lpad((i %% 90)::text, 2, '0') || '000'],"
          + " 1000 + (i::bigint * 7919) %% 5000000, date '2024-04-01' + i %% 900, date '2026-12-01' + i %% 1500,"
          + " t.title || E'\\n' || t.description || E'\\n' || substr(md5(i::text), 1, 8) || ' Care Ltd',"
          + " jsonb_build_object('reference', 'R-' || i, 'title', t.title, 'description', t.description,"
          + "   'type', (array['BLOCK','SPOT','CALL_OFF','GRANT'])[1 + i %% 4], 'serviceType', 'SERVICE_' || i %% 30,"
          + "   'parties', jsonb_build_array(jsonb_build_object('id', "
          + ID
          + ", 'role', 'LEAD_SUPPLIER', 'name', substr(md5(i::text), 1, 8) || ' Care Ltd'))),"
          + " now(), now()"
          + " from generate_series(%d, %d) i cross join lateral (select"
          + " 'Home care and support in town' || i %% 5000 || ', trade' || i %% 200 as title,"
          + " 'Personal care and support at home for people of town' || i %% 5000 || ' who need help with daily life,"
          + " provided by trained staff of trade' || i %% 200 || ' under the standards of the council' as description) t";
  private static final String PARTIES =
      "insert into contract_party (id, contract_id, authority, role, name) select "
          + ID
          + ", "
          + ID
          + ", "
          + AUTHORITY
          + ", 'LEAD_SUPPLIER', substr(md5(i::text), 1, 8) || ' Care Ltd' from generate_series(%d, %d) i";
  private static final String SEARCH_ROWS =
      "insert into contract_search (contract_id, audience, authority, status, reference, title, type, service_type,"
          + " area, client_groups, categories, total_value, start_date, end_date, suppliers, provider_ids, flagged, search,"
          + " codes, stretch)"
          + " select c.id, 'ALL', c.authority, c.status, c.reference, c.title, c.type, c.service_type, c.area,"
          + " c.client_groups, code_beginnings(c.categories), c.total_value, c.start_date, c.end_date,"
          + " substr(md5(i::text), 1, 8) || ' Care Ltd', '{}', false, c.search, c.categories, i / 4096"
          + " from generate_series(%d, %d) i join contract c on c.id = "
          + ID.replace("%", "%%")
          + " order by i";
}
