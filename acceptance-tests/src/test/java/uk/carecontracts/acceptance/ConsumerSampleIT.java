package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.stack.infrastructure.Role;
import uk.carecontracts.testkit.events.TopicReader;

/** The sample does as its README says: it knows what there is, then tells what happens. */
class ConsumerSampleIT {
  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final String COUNCIL = "E08000004";
  private static final Path JAR =
      StackUnderTest.repository()
          .resolve("samples/consumer/target/consumer-sample-1.0.0-SNAPSHOT.jar");

  private final Api contracts = Api.as(STACK, Role.CONTRACTS, COUNCIL);

  @Test
  void itListsWhatEndsSoonAndTellsWhatHappensNext() throws IOException {
    String ending = active(LocalDate.now(ZoneId.of("Europe/London")).plusMonths(2));
    Api.eventually(
        () ->
            TopicReader.all(STACK.kafka(), "contracts.v1").stream()
                .anyMatch(event -> event.value().contains(ending)));
    Path output = Files.createTempFile("consumer-sample", ".txt");
    ProcessBuilder sample =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toString());
    sample.environment().put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + STACK.port("KAFKA"));
    sample.redirectErrorStream(true).redirectOutput(output.toFile());
    Process running = sample.start();
    try {
      Api.eventually(() -> said(output).contains(" of them end before "));
      Api.eventually(() -> said(output).contains(ending));
      String next = active(LocalDate.now(ZoneId.of("Europe/London")).plusYears(2));
      Api.eventually(() -> said(output).contains("contract.activated.v1  " + next));
      assertTrue(running.isAlive(), () -> said(output));
    } finally {
      running.destroy();
      Files.delete(output);
    }
  }

  private static String said(Path output) {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The reference of a new active contract that ends on a day. */
  private String active(LocalDate end) {
    String reference = "SAMPLE-" + UUID.randomUUID();
    String id =
        contracts
            .post(
                201,
                "/v1/contracts",
                Map.of(
                    "reference",
                    reference,
                    "title",
                    "Followed",
                    "type",
                    "SPOT",
                    "regime",
                    "LIGHT_TOUCH",
                    "procedure",
                    "DIRECT_AWARD",
                    "values",
                    Map.of("total", Map.of("amount", 52000, "currency", "GBP")),
                    "dates",
                    Map.of("start", end.minusYears(1).toString(), "end", end.toString())))
            .getString("id");
    String contract = "/v1/contracts/" + id;
    contracts.postMatching(
        contract,
        "award",
        Map.of(
            "awardDate",
            LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
            "suppliers",
            java.util.List.of(Map.of("role", "LEAD_SUPPLIER", "name", "Fernleigh Ltd"))));
    contracts.postMatching(contract, "activate", Map.of());
    return reference;
  }
}
