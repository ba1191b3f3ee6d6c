package uk.carecontracts.providers.engagement;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class EngagementApiTest extends ServiceTest {

  private static final String MEETINGS = "/v1/engagements";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject SessionFactory sessions;

  @Test
  void whatWasAgreedIsFollowedUntilItIsDoneOrDropped() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String owner = unique("team");
    Map<String, Object> form = meeting(provider, TODAY.minusDays(40));
    form.put(
        "actions",
        List.of(
            action("Share the cost model", owner, TODAY.minusDays(10)),
            action("Map the rounds", owner, TODAY.plusDays(20))));
    Response recorded = officer().body(form).post(MEETINGS);
    recorded
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("actions.status", equalTo(List.of("OPEN", "OPEN")));
    String path = MEETINGS + "/" + recorded.path("id");
    String late = recorded.path("actions[0].id");
    String second = recorded.path("actions[1].id");
    officer()
        .get(MEETINGS + "/actions?overdue=true&owner=" + owner)
        .then()
        .body("items.id", equalTo(List.of(late)));
    officer()
        .accept("text/csv")
        .get(MEETINGS + "/actions?overdue=true&owner=" + owner)
        .then()
        .statusCode(200)
        .body(startsWith("id,engagementId,what,owner,dueOn,status"), containsString(late));
    officer()
        .body(Map.of("dueOn", TODAY.plusDays(5).toString(), "reason", "Year end"))
        .post(path + "/actions/" + late + "/put-off")
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("dueOn", TODAY.minusDays(20).toString(), "reason", "Sooner"))
        .post(path + "/actions/" + late + "/put-off")
        .then()
        .spec(problem(422, "NOT_LATER"));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("dueOn", TODAY.plusDays(5).toString(), "reason", "Year end"))
        .post(path + "/actions/" + late + "/put-off")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("actions[0].timesPutOff", equalTo(1));
    officer()
        .get(MEETINGS + "/actions?overdue=true&owner=" + owner)
        .then()
        .body("items", hasSize(0));
    Map<String, String> outcome = Map.of("outcome", "Handed in and accepted");
    officer()
        .header("If-Match", "\"2\"")
        .body(outcome)
        .post(path + "/actions/" + late + "/complete")
        .then()
        .body("actions[0].status", equalTo("DONE"))
        .body("actions[0].closedOn", equalTo(TODAY.toString()));
    officer()
        .header("If-Match", "\"3\"")
        .body(outcome)
        .post(path + "/actions/" + late + "/drop")
        .then()
        .spec(problem(422, "ACTION_CLOSED"));
    officer()
        .header("If-Match", "\"3\"")
        .body(Map.of("outcome", "Overtaken by the new contract"))
        .post(path + "/actions/" + second + "/drop")
        .then()
        .body("actions[1].status", equalTo("DROPPED"));
    officer()
        .header("If-Match", "\"4\"")
        .body(action("Report back", owner, TODAY.plusDays(60)))
        .post(path + "/actions")
        .then()
        .body("actions", hasSize(3));
    officer()
        .header("If-Match", "\"5\"")
        .body(action("Yesterday's", owner, TODAY.minusDays(50)))
        .post(path + "/actions")
        .then()
        .spec(problem(422, "DUE_BEFORE_MEETING"));
    String next =
        officer()
            .get(MEETINGS + "/actions?limit=2&owner=" + owner)
            .then()
            .body("items", hasSize(2))
            .extract()
            .path("next");
    officer()
        .get(MEETINGS + "/actions?limit=2&owner=" + owner + "&cursor=" + next)
        .then()
        .body("items.what", equalTo(List.of("Report back")));
    await()
        .untilAsserted(
            () ->
                assertEquals(
                    2,
                    TestTopics.readAll("providers.v1", recorded.path("id")).stream()
                        .filter(event -> event.type().equals("engagement.action-closed.v1"))
                        .map(event -> event.attributes().get("id"))
                        .distinct()
                        .count()));
  }

  @Test
  void aProviderReadsTheMeetingsItTookPartInAndNoOther() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    UUID other = registered(Map.of("legalName", unique("Ltd")));
    String mine = officer().body(meeting(provider, TODAY)).post(MEETINGS).path("id");
    String theirs = officer().body(meeting(other, TODAY.minusDays(1))).post(MEETINGS).path("id");
    String token = Tokens.provider(TRAFFORD, provider);
    as(token).get(MEETINGS).then().body("items.id", equalTo(List.of(mine)));
    as(token).get(MEETINGS + "/" + mine).then().statusCode(200);
    as(token).get(MEETINGS + "/" + theirs).then().spec(problem(404, "NOT_FOUND"));
    as(token).get(MEETINGS + "/actions").then().spec(problem(403, "FORBIDDEN"));
    as(token).body(meeting(provider, TODAY)).post(MEETINGS).then().spec(problem(403, "FORBIDDEN"));
    as(Tokens.providers(BURY)).get(MEETINGS + "/" + mine).then().spec(problem(404, "NOT_FOUND"));
    String from = "?from=" + TODAY.minusDays(1) + "&to=" + TODAY.minusDays(1);
    officer()
        .get(MEETINGS + from + "&kind=COST_CONVERSATION&limit=500")
        .then()
        .body("items.id", hasItem(theirs))
        .body("items.id", not(hasItem(mine)));
    officer()
        .get(MEETINGS + "?limit=1&providerId=" + other)
        .then()
        .body("items.id", equalTo(List.of(theirs)))
        .body("next", equalTo(null));
    UUID survivor = registered(Map.of("legalName", unique("Ltd")));
    merged(provider, survivor);
    as(token).get(MEETINGS).then().body("items.id", equalTo(List.of(mine)));
    as(token).get(MEETINGS + "/" + mine).then().statusCode(200);
  }

  @Test
  void aListAsksTheDatabaseAsOftenForManyMeetingsAsForOne() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String list = MEETINGS + "?providerId=" + provider;
    long one = 0;
    for (int meetings = 1; meetings <= 3; meetings++) {
      Map<String, Object> form = meeting(provider, TODAY.minusDays(meetings));
      form.put("actions", List.of(action("Report back", "Provider", TODAY)));
      officer().body(form).post(MEETINGS).then().statusCode(201);
      long before = sessions.getStatistics().getPrepareStatementCount();
      officer().get(list).then().body("items", hasSize(meetings));
      long asked = sessions.getStatistics().getPrepareStatementCount() - before;
      one = meetings == 1 ? asked : one;
      assertEquals(one, asked);
    }
    Response first = officer().get(list + "&limit=2");
    first.then().body("items", hasSize(2));
    officer()
        .get(list + "&limit=2&cursor=" + first.path("next"))
        .then()
        .body("items.heldOn", equalTo(List.of(TODAY.minusDays(3).toString())));
  }

  @Test
  void aRecordIsCorrectedButNothingIsRecordedBeforeItWasHeld() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    officer()
        .body(meeting(provider, TODAY.plusDays(1)))
        .post(MEETINGS)
        .then()
        .spec(problem(422, "NOT_HELD_YET"));
    officer()
        .body(meeting(UUID.randomUUID(), TODAY))
        .post(MEETINGS)
        .then()
        .spec(problem(404, "NOT_FOUND"));
    String id = officer().body(meeting(provider, TODAY)).post(MEETINGS).path("id");
    Map<String, Object> corrected = new HashMap<>(record(provider, TODAY));
    corrected.put("title", "Prices in the north");
    officer()
        .header("If-Match", "\"1\"")
        .body(corrected)
        .put(MEETINGS + "/" + id)
        .then()
        .statusCode(200)
        .body("title", equalTo("Prices in the north"))
        .body("version", equalTo(2));
    officer()
        .header("If-Match", "\"1\"")
        .body(corrected)
        .put(MEETINGS + "/" + id)
        .then()
        .spec(problem(412, "STALE_VERSION"));
  }

  private static Map<String, Object> record(UUID provider, LocalDate day) {
    return Map.of(
        "kind", "COST_CONVERSATION",
        "title", "What homecare costs",
        "heldOn", day.toString(),
        "providers", List.of(provider.toString()),
        "attendees", List.of("Head of commissioning", "Managing director"),
        "topics", List.of("Travel time"),
        "notes", "Travel between calls in the north takes twice as long as paid for.");
  }

  private static Map<String, Object> meeting(UUID provider, LocalDate day) {
    Map<String, Object> form = new HashMap<>();
    form.put("record", record(provider, day));
    return form;
  }

  private static Map<String, Object> action(String what, String owner, LocalDate due) {
    return Map.of("what", what, "owner", owner, "dueOn", due.toString());
  }
}
