package uk.carecontracts.monitoring.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/**
 * How fast visits come in beside PostgreSQL's own COPY of the same rows, and how fast figures are
 * read; run by {@code benchmarks/visits.sh}. The way in is the whole one: HTTP, the stored file,
 * parsing, matching, merging, figures, events.
 */
@QuarkusTest
@OnStage
@EnabledIfSystemProperty(named = "visits.benchmark", matches = "[0-9]+")
class VisitsBenchmark {
  private static final String AUTHORITY = "E10000019";
  private static final int VISITS = Integer.getInteger("visits.benchmark", 0);
  private static final int A_FILE = 1_000_000;
  private static final int SAMPLE = 2_000_000;
  private static final boolean RANDOM_IDS = Boolean.getBoolean("visits.benchmark.random-ids");
  private static final int READS = 300;
  private static final int CONTRACTS = 200;
  private static final int PEOPLE = 35;
  private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);

  /** As dense as ten million visits in two years, however many there are. */
  private static final int DAYS = Math.max(1, VISITS / 13_700);

  @Test
  void measure() throws Exception {
    List<ContractEvent> contracts =
        IntStream.range(0, CONTRACTS)
            .mapToObj(i -> ContractEvent.active().authority(AUTHORITY).send())
            .toList();
    Api.planOf(contracts.get(CONTRACTS - 1));
    contracts.forEach(Api::planOf);
    int files = Math.max(1, VISITS / A_FILE);
    int each = VISITS / files;
    long bytes = 0;
    List<Path> written = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      Path csv = write(contracts, file, files, each);
      bytes += Files.size(csv);
      written.add(csv);
    }
    long begin = System.nanoTime();
    List<String> jobs = new ArrayList<>();
    for (Path csv : written) {
      jobs.add(sent(csv));
    }
    System.out.printf("file     all %d sent after %.1f s%n", files, since(begin));
    for (String job : jobs) {
      await(job, each);
      System.out.printf("file     %,d visits in after %.1f s%n", each, since(begin));
    }
    double seconds = since(begin);
    for (Path csv : written) {
      Files.delete(csv);
    }
    double intake = (double) each * files / seconds;
    System.out.printf(
        "INTAKE   %,d visits, %,d MB, in %.1f s = %,.0f a second%n",
        each * files, bytes / 1_000_000, seconds, intake);
    reads(contracts);
    copies(intake);
    recount(each * files);
  }

  /** A stretch of days for each file, as systems export them. */
  private static Path write(List<ContractEvent> contracts, int file, int files, int rows)
      throws IOException {
    Path csv = Files.createTempFile("visits", ".csv");
    Random chance = new Random(file);
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write(
          "visitId,contractReference,person,carers,plannedStart,plannedMinutes,actualStart,"
              + "actualEnd,status,preferenceMet,recordedAt\n");
      for (int row = 0; row < rows; row++) {
        int day = (int) ((file + (double) row / rows) * DAYS / files);
        int c = chance.nextInt(CONTRACTS);
        int person = chance.nextInt(PEOPLE);
        int hour = 7 + chance.nextInt(14);
        int quarter = 15 * chance.nextInt(4);
        int minutes = 30 + 15 * chance.nextInt(3);
        int fate = chance.nextInt(200);
        LocalDate date = FIRST.plusDays(day);
        int late = chance.nextInt(22) - 4;
        out.write(id(chance, file, row) + "," + VisitsHttp.reference(contracts.get(c)));
        out.write(",P" + c + "-" + person + ",C" + c + "-" + (person + chance.nextInt(4)) % 15);
        out.write("," + date + "T" + time(hour * 60 + quarter) + "Z," + minutes + ",");
        if (fate < 1) {
          out.write(",,MISSED,,\n");
        } else if (fate < 4) {
          out.write(",,CANCELLED,,\n");
        } else {
          int start = hour * 60 + quarter + late;
          out.write(date + "T" + time(start) + "Z," + date + "T");
          out.write(time(start + minutes - chance.nextInt(9)) + "Z,DELIVERED,");
          out.write(fate < 150 ? "true,\n" : ",\n");
        }
      }
    }
    return csv;
  }

  /** Ids count up, as most systems have them, or are drawn at random. */
  private static String id(Random chance, int file, int row) {
    return RANDOM_IDS
        ? new UUID(chance.nextLong(), chance.nextLong()).toString()
        : "V" + (10_000_000L * (file + 1) + row);
  }

  private static String time(int minutes) {
    return "%02d:%02d:00".formatted(minutes / 60, minutes % 60);
  }

  private static String sent(Path csv) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    String address = "http://localhost:" + RestAssured.port + "/v1/visit-imports";
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "?format=VISITS_CSV"))
                .header("Authorization", "Bearer " + Tokens.monitoring(AUTHORITY))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(csv))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(202, answer.statusCode(), answer.body());
    return JsonPath.from(answer.body()).getString("id");
  }

  private static void await(String id, int rows) throws InterruptedException {
    JsonPath job;
    do {
      Thread.sleep(100);
      job = Api.officer(AUTHORITY).get("/v1/visit-imports/" + id).jsonPath();
    } while (!job.getString("status").matches("COMPLETED|FAILED"));
    assertEquals("COMPLETED", job.getString("status"), job.getString("failure"));
    assertEquals(rows, job.getInt("rows.created"));
  }

  private static void reads(List<ContractEvent> contracts) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    for (String query :
        List.of(
            "contractId=" + contracts.get(7).id,
            "groupBy=MONTH",
            "groupBy=PROVIDER&groupBy=MONTH&limit=500",
            "groupBy=CONTRACT&groupBy=MONTH&from=2024-11&to=2024-11&limit=500")) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://localhost:" + RestAssured.port + "/v1/visits/figures?" + query))
              .header("Authorization", "Bearer " + Tokens.monitoring(AUTHORITY))
              .build();
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < READS + READS / 10; i++) {
        long begin = System.nanoTime();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (i >= READS / 10) {
          times.add(since(begin) * 1000);
        }
        assertEquals(200, answer.statusCode(), answer.body());
      }
      times.sort(null);
      System.out.printf(
          "FIGURES  p50 %5.1f ms, p99 %5.1f ms   %s%n",
          times.get(READS / 2),
          times.get(READS * 99 / 100),
          query.replaceAll("[0-9a-f-]{36}", "…"));
    }
  }

  private static void recount(int visits) throws Exception {
    long begin = System.nanoTime();
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/visits/recounts"))
                    .header("Authorization", "Bearer " + Tokens.admin(AUTHORITY))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"from\": \"2024-01\", \"to\": \"2027-12\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    JsonPath recount = JsonPath.from(answer.body());
    assertEquals(0, recount.getInt("differing"), answer.body());
    assertEquals(visits, recount.getInt("visits"));
    System.out.printf("RECOUNT  equal, in %.1f s%n", since(begin));
  }

  /** The same rows, already as the table has them, copied by PostgreSQL alone. */
  private static void copies(double intake) throws Exception {
    try (Connection owner = Infrastructure.jdbc("monitoring")) {
      System.out.println("COPY     fsync is " + one(owner, "show fsync"));
      Path rows = Files.createTempFile("visits", ".copy");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 20)) {
        owner
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (select * from visit limit " + SAMPLE + ") to stdout", out);
      }
      copy(owner, rows, "bare heap", "create table bench (like visit)", intake);
      copy(
          owner,
          rows,
          "with the key and checks of visit",
          "create table bench (like visit including all)",
          intake);
      copy(
          owner,
          rows,
          "with these and a unique visit id",
          "create table bench (like visit including all, unique (authority, visit_id))",
          intake);
      Files.delete(rows);
    }
  }

  private static void copy(Connection owner, Path rows, String what, String create, double intake)
      throws IOException, SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("drop table if exists bench");
      statement.execute(create);
      long begin = System.nanoTime();
      long copied;
      try (InputStream in = new BufferedInputStream(Files.newInputStream(rows), 1 << 20)) {
        copied = owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench from stdin", in);
      }
      double rate = copied / since(begin);
      String size = one(owner, "select pg_total_relation_size('bench') / 1000000");
      System.out.printf(
          "COPY     %,.0f rows a second, %s (%s MB); intake is %.0f %% of that%n",
          rate, what, size, 100 * intake / rate);
      statement.execute("drop table bench");
    }
  }

  private static String one(Connection owner, String query) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
