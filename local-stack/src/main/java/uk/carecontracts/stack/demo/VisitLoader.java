package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.carecontracts.stack.infrastructure.Role;

/** Sends two years of homecare visits through the intake, then has the figures recounted. */
final class VisitLoader {
  private static final int YEARS = 2;

  private final List<MonitoredPlan> plans;
  private final URI gateway;
  private final ApiClient api;
  private final Tokens tokens;
  private final LocalDate today;
  private final HttpClient http = HttpClient.newHttpClient();

  VisitLoader(
      List<MonitoredPlan> plans, URI gateway, ApiClient api, Tokens tokens, LocalDate today) {
    this.plans = plans.stream().filter(VisitLoader::homecare).toList();
    this.gateway = gateway;
    this.api = api;
    this.tokens = tokens;
    this.today = today;
  }

  private static boolean homecare(MonitoredPlan plan) {
    return plan.indicators().stream().anyMatch(asked -> asked.code().equals("MISSED_VISITS"));
  }

  /** Sends so many visits, spread over the homecare contracts of all councils. */
  void load(int visits, PrintStream out) {
    Map<String, List<MonitoredPlan>> byAuthority =
        plans.stream()
            .collect(
                Collectors.groupingBy(
                    plan -> plan.contract().authority().code(), TreeMap::new, Collectors.toList()));
    int each = Math.max(1, visits / Math.max(1, plans.size()));
    for (List<MonitoredPlan> some : byAuthority.values()) {
      load(some, each, out);
    }
  }

  private void load(List<MonitoredPlan> some, int each, PrintStream out) {
    DemoAuthority authority = some.get(0).contract().authority();
    long begin = System.nanoTime();
    try {
      Path csv = Files.createTempFile("visits", ".csv");
      try {
        write(csv, some, each);
        JsonNode job = imported(csv, authority);
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.printf(
            Locale.UK,
            "  visits of %-20s %,9d rows: %,d created, %,d unchanged, %,d rejected (%.1f s)%n",
            authority.name(),
            job.at("/rows/read").asLong(),
            job.at("/rows/created").asLong(),
            job.at("/rows/unchanged").asLong(),
            job.at("/rows/rejected").asLong(),
            seconds);
      } finally {
        Files.delete(csv);
      }
    } catch (IOException e) {
      throw new DemoFailure("The visits could not be sent (" + e + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted; ./stack demo goes on where it stopped.");
    }
    recount(authority, out);
  }

  private void write(Path csv, List<MonitoredPlan> some, int each) throws IOException {
    LocalDate first = today.minusYears(YEARS);
    int days = (int) (today.toEpochDay() - first.toEpochDay());
    try (BufferedWriter lines = Files.newBufferedWriter(csv)) {
      lines.write(VisitGenerator.HEADER);
      for (MonitoredPlan plan : some) {
        VisitGenerator.write(lines, plan, first, days, each);
      }
    }
  }

  private JsonNode imported(Path csv, DemoAuthority authority)
      throws IOException, InterruptedException {
    String token = tokens.officer(Role.MONITORING, authority);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(gateway.resolve("/v1/visit-imports?format=VISITS_CSV"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(csv))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new DemoFailure(
          "The visits were refused: " + answer.statusCode() + " " + answer.body());
    }
    return new ImportWatch(api)
        .finished("/v1/visit-imports", new ObjectMapper().readTree(answer.body()), token);
  }

  private void recount(DemoAuthority authority, PrintStream out) {
    JsonNode recount =
        api.send(
                ApiRequest.post(
                    "/v1/visits/recounts",
                    tokens.officer(Role.ADMIN, authority),
                    Map.of(
                        "from",
                        today.minusYears(YEARS).toString().substring(0, 7),
                        "to",
                        today.toString().substring(0, 7))))
            .body();
    out.printf(
        Locale.UK,
        "    recount of %,d visits: %s%n",
        recount.path("visits").asLong(),
        recount.path("differing").asInt() == 0
            ? "equal to the kept figures"
            : recount.path("differing").asInt() + " lines differ");
  }
}
