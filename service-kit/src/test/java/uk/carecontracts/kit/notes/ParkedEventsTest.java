package uk.carecontracts.kit.notes;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

/** What the broker refuses for good waits, and what follows it waits behind it. */
@QuarkusTest
class ParkedEventsTest extends KitTest {
  private static final String OPERATIONS = "/v1/operations/notes";

  @Inject Journal journal;

  @Test
  void anEventTheBrokerRefusesIsParkedAndGoesOutInOrderOnceItIsMendedAndReleased()
      throws SQLException {
    UUID id = UUID.randomUUID();
    append(id, 1, "more than a megabyte ".repeat(80_000));
    append(id, 2, "second");
    Note other = written(unique("not held up"));
    await().until(() -> published(other.id()).equals(List.of(1L)));
    await()
        .untilAsserted(
            () ->
                as(Tokens.admin(TRAFFORD))
                    .get(OPERATIONS + "/events")
                    .then()
                    .statusCode(200)
                    .body("parked", equalTo(1)));
    assertEquals(List.of(), published(id));

    mend(id);
    officer().post(OPERATIONS + "/parked-events/release").then().spec(problem(403, "FORBIDDEN"));
    as(Tokens.admin(TRAFFORD))
        .post(OPERATIONS + "/parked-events/release")
        .then()
        .statusCode(200)
        .body("released", greaterThanOrEqualTo(1));
    await().until(() -> published(id).equals(List.of(1L, 2L)));
    as(Tokens.admin(TRAFFORD)).get(OPERATIONS + "/events").then().body("parked", equalTo(0));
  }

  private void append(UUID id, long version, String title) {
    Tenancy.runAs(
        Acting.system("test"),
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        journal.append(
                            new Entry(
                                "note",
                                id,
                                version,
                                version == 1 ? "note.written.v1" : "note.retitled.v1",
                                TRAFFORD,
                                new Note(id, TRAFFORD, title, version),
                                Map.of()))));
  }

  private static void mend(UUID id) throws SQLException {
    try (Connection connection = Infrastructure.jdbc("contracts");
        PreparedStatement update =
            connection.prepareStatement(
                "update journal set state = jsonb_set(state::jsonb, '{title}', '\"first\"')"
                    + " where aggregate_id = ? and aggregate_version = 1")) {
      update.setObject(1, id);
      assertEquals(1, update.executeUpdate());
    }
  }

  /** Versions in the order they went out; delivery may repeat one. */
  private static List<Long> published(UUID id) {
    return TestTopics.readAll("notes.v1", id.toString()).stream()
        .map(event -> Long.valueOf(event.attributes().get("aggregateversion")))
        .distinct()
        .toList();
  }
}
