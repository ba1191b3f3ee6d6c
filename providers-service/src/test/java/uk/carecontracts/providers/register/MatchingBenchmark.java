package uk.carecontracts.providers.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.testkit.Infrastructure;

/**
 * How many contracts a second have their suppliers matched, among tens of thousands of provider
 * records; run by benchmarks/matching.sh, never with the tests. The same seeds and one partition
 * make the same names in the same order: the fingerprint of what was matched can be compared
 * between two states of the code.
 */
@QuarkusTest
class MatchingBenchmark extends ServiceTest {
  private static final int PROVIDERS = Integer.getInteger("matching.providers", 30_000);
  private static final int CONTRACTS = Integer.getInteger("matching.contracts", 6_000);
  private static final int WARM_UP = CONTRACTS / 4;
  private static final String AUTHORITY = TRAFFORD;

  private static final String COUNTS =
      """
      select status, method, count(*) from supplier_match group by 1, 2 order by 1, 2""";

  /** What was decided about every supplier, with names in place of keys that are new every time. */
  private static final String DECISIONS =
      """
      select md5(string_agg(concat_ws('|', m.contract_id, m.party_id, m.supplied_name, m.status,
          m.score, m.method, m.explanation, m.version, p.legal_name, x.provider_id = m.provider_id,
          (select string_agg(c.legal_name, ';' order by c.legal_name) from provider c
           where c.id = any (m.candidates))), e'\\n' order by m.contract_id, m.party_id))
      from supplier_match m left join provider p on p.id = m.provider_id
        left join contract_exposure x
          on x.contract_id = m.contract_id and x.party_id = m.party_id""";

  private static final String RECORDS =
      """
      select md5(string_agg(concat_ws('|', legal_name, trading_names, kind, identifiers, postcode,
        sme, version), e'\\n' order by legal_name, identifiers, postcode, trading_names))
      from provider""";

  private static final String TOLD =
      """
      select md5(string_agg(aggregate_type || type || n, ',' order by aggregate_type, type))
      from (select aggregate_type, type, count(*) as n from journal group by 1, 2) j""";

  @Inject ObjectMapper json;

  private final InventedLandscape landscape = new InventedLandscape();

  @Test
  void measure() throws Exception {
    RestAssured.get("/q/health/live").then().statusCode(200);
    landscape.enter(PROVIDERS);
    double warm = matched(0, WARM_UP, false);
    double measured = matched(WARM_UP, CONTRACTS, true);
    System.out.printf(
        "MATCHED  %,d contracts among %,d providers: %.0f a second (warm-up %.0f)%n",
        CONTRACTS, PROVIDERS, CONTRACTS / measured, WARM_UP / warm);
    System.out.printf("DECIDED  %s%n", rows(COUNTS));
    System.out.printf(
        "SAME     decisions %s, records %s, events %s%n",
        rows(DECISIONS), rows(RECORDS), rows(TOLD));
    explain();
  }

  private double matched(int from, int count, boolean print) throws Exception {
    List<ProducerRecord<String, String>> events = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      events.add(event(i));
    }
    SamplesOfWork samples = new SamplesOfWork("consumer-provider-contracts");
    Thread sampling = new Thread(samples, "sampling");
    sampling.start();
    long begin = System.nanoTime();
    send(events);
    while (seen() < from + count) {
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    samples.stop();
    sampling.join();
    if (print) {
      samples.print(25);
    }
    return seconds;
  }

  private static int seen() throws SQLException {
    return Integer.parseInt(
        rows("select count(*) from inbox where consumer = 'provider-contracts'"));
  }

  private static void send(List<ProducerRecord<String, String>> events) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", Infrastructure.kafkaBootstrap());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (ProducerRecord<String, String> event : events) {
        sent.add(producer.send(event));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
  }

  /** A contract as the register tells of it, with one supplier or two. */
  private ProducerRecord<String, String> event(int i) throws Exception {
    UUID id = new UUID(0x0190000000007000L, 0x8000000000000000L + i);
    List<Map<String, Object>> parties = new ArrayList<>();
    parties.add(landscape.party("a", "LEAD_SUPPLIER"));
    if (landscape.oneIn(8)) {
      parties.add(landscape.party("b", "SUBCONTRACTOR"));
    }
    Map<String, Object> state =
        Map.of(
            "id",
            id,
            "authority",
            AUTHORITY,
            "reference",
            "BENCH-" + i,
            "title",
            "Home care and support, round " + i,
            "description",
            "Visits to people at home who need help with daily life. ".repeat(4),
            "status",
            "ACTIVE",
            "parties",
            parties,
            "values",
            Map.of("total", Map.of("amount", 1000.5 + i, "currency", "GBP")),
            "dates",
            Map.of("start", "2025-04-01", "end", "2028-03-31"),
            "serviceType",
            "HOME_CARE");
    ProducerRecord<String, String> event =
        new ProducerRecord<>(
            "contracts.v1",
            0,
            id.toString(),
            json.writeValueAsString(Map.of("state", state, "change", Map.of())));
    Map.of(
            "id", UUID.randomUUID().toString(),
            "specversion", "1.0",
            "source", "/contracts-service",
            "type", "contract.activated.v1",
            "subject", id.toString(),
            "time", "2025-04-01T10:00:00Z",
            "aggregatetype", "contract",
            "aggregateversion", "1",
            "authority", AUTHORITY,
            "traceparent", "00-%032x-%016x-01".formatted(i + 1, i + 1))
        .forEach(
            (name, value) ->
                event.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
    return event;
  }

  /** Who some of the records are, asked as for one batch of contracts. */
  private void explain() throws SQLException {
    List<Candidate> wanted = landscape.known().subList(0, 20);
    try (Connection connection = Infrastructure.jdbc("providers");
        PreparedStatement explain =
            connection.prepareStatement(
                "explain (analyze, buffers, costs off) " + ProviderIndexRepository.CANDIDATES)) {
      Object[] keys = SearchKeys.of(wanted).parameters();
      for (int i = 0; i < keys.length; i++) {
        Object[] values = ((List<?>) keys[i]).toArray();
        explain.setArray(i + 1, connection.createArrayOf("text", values));
      }
      try (ResultSet row = explain.executeQuery()) {
        while (row.next()) {
          System.out.println("PLAN     " + row.getString(1));
        }
      }
    }
  }

  private static String rows(String query) throws SQLException {
    try (Connection connection = Infrastructure.jdbc("providers");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> lines = new ArrayList<>();
      while (row.next()) {
        List<String> line = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          line.add(row.getString(i));
        }
        lines.add(String.join(" ", line));
      }
      return String.join(", ", lines);
    }
  }
}
