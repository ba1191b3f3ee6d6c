package uk.carecontracts.providers.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.providers.ServiceTest;

/** Contracts whose suppliers are matched together come to what they come to one by one. */
@QuarkusTest
class TogetherTest extends ServiceTest {

  private static final String OUTCOME =
      """
      select m.status, m.score, m.method, array_to_string(m.explanation, ';'), m.version, p.legal_name, p.version as pv,
        array_to_string(p.identifiers, ';'), p.postcode, x.provider_id = m.provider_id as shown,
        (select string_agg(c.legal_name, ';' order by c.legal_name) from provider c
         where c.id = any (m.candidates)) as candidates,
        (select string_agg(j.type, ',' order by j.seq) from journal j
         where j.aggregate_id in (m.id, m.provider_id)) as told
      from supplier_match m left join provider p on p.id = m.provider_id
      join contract_exposure x on x.contract_id = m.contract_id and x.party_id = m.party_id
      where m.contract_id = ?""";

  @Inject ContractConsumer consumer;
  @Inject Sql sql;
  @Inject ObjectMapper json;

  /** Each of them may be meant by those before it: new, again, with a number, by number, alike. */
  private static List<Map<String, Object>> parties(String word, String number) {
    List<Map<String, String>> numbered = List.of(Map.of("scheme", "GB-COH", "id", number));
    return List.of(
        party(word + " Care Ltd", List.of(), ""),
        party(word.toUpperCase(Locale.ROOT) + " CARE LIMITED", List.of(), ""),
        party(word + " Care Limited", numbered, "M33 4RZ"),
        party("Whatever " + word, numbered, ""),
        party(word + " Cares Ltd", List.of(), ""),
        party("N/A", List.of(), ""),
        party(word + " Care LLP", List.of(), ""),
        party("Q" + word + " Homes", List.of(), "M33 4RZ"),
        party("Q" + word + " Home", List.of(), "M33 4RZ"),
        party(word + " Care", List.of(), "B1 1AA"));
  }

  @Test
  void togetherTheyComeToWhatTheyComeToOneByOne() {
    String number = companyNumber();
    String together = unique("").strip();
    String apart = unique("").strip();
    List<String> first = inTransaction(() -> outcomes(together, number, true));
    List<String> second = inTransaction(() -> outcomes(apart, number, false));
    assertEquals(
        second.stream().map(each -> each.replace(apart, "*")).toList(),
        first.stream().map(each -> each.replace(together, "*")).toList());
    assertTrue(first.get(0).contains("CREATED") && first.get(1).contains("NAME"), first.get(1));
    assertTrue(first.get(3).contains("IDENTIFIER"), first.get(3));
  }

  @Test
  void aSupplierThatIsDescribedAnewIsMatchedAnewAmongOthers() {
    String word = unique("").strip();
    List<String> told =
        inTransaction(
            () -> {
              ReceivedEvent before = event(1, party(word + " Care Ltd", List.of(), ""));
              apply(List.of(before), true);
              String another = unique("").strip();
              ReceivedEvent other = event(1, party(another + " Homes Ltd", List.of(), ""));
              ReceivedEvent after =
                  new ReceivedEvent(
                      UUID.randomUUID(),
                      before.source(),
                      before.type(),
                      before.aggregateType(),
                      before.aggregateId(),
                      2,
                      before.authority(),
                      before.time(),
                      event(2, party(another + " Homes Limited", List.of(), "")).state(),
                      before.change());
              apply(List.of(other, after), true);
              return List.of(outcome(other), outcome(after));
            });
    assertTrue(told.get(0).contains("CREATED"), told.get(0));
    assertTrue(told.get(1).contains("MATCHED,85,NAME") && told.get(1).contains(",2,"), told.get(1));
  }

  private List<String> outcomes(String word, String number, boolean together) {
    List<ReceivedEvent> events =
        parties(word, number).stream().map(party -> event(1, party)).toList();
    apply(events, together);
    return events.stream().map(this::outcome).toList();
  }

  private void apply(List<ReceivedEvent> events, boolean together) {
    if (together) {
      consumer.applyAll(events, (event, work) -> work.run());
    } else {
      events.forEach(consumer::apply);
    }
  }

  private String outcome(ReceivedEvent event) {
    return sql.first(
            OUTCOME,
            row -> {
              List<String> columns = new ArrayList<>();
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(String.valueOf(row.getString(i)));
              }
              return String.join(",", columns);
            },
            event.aggregateId())
        .orElseThrow();
  }

  /** Nothing of it stays. */
  private static List<String> inTransaction(Supplier<List<String>> work) {
    return Tenancy.callAs(
        Acting.system("test"),
        () -> {
          QuarkusTransaction.begin();
          try {
            return work.get();
          } finally {
            QuarkusTransaction.rollback();
          }
        });
  }

  private ReceivedEvent event(long version, Map<String, Object> party) {
    return new ReceivedEvent(
        UUID.randomUUID(),
        "/contracts-service",
        "contract.awarded.v1",
        "contract",
        UUID.randomUUID(),
        version,
        TRAFFORD,
        Instant.EPOCH,
        json.valueToTree(
            Map.of(
                "reference",
                "C-1",
                "title",
                "Care",
                "status",
                "ACTIVE",
                "parties",
                List.of(party))),
        json.createObjectNode());
  }

  private static Map<String, Object> party(
      String name, List<Map<String, String>> identifiers, String postcode) {
    return Map.of(
        "id",
        "a",
        "role",
        "LEAD_SUPPLIER",
        "name",
        name,
        "identifiers",
        identifiers,
        "postcode",
        postcode);
  }
}
