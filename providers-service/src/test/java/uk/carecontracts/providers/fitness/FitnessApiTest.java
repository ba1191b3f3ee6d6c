package uk.carecontracts.providers.fitness;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class FitnessApiTest extends ServiceTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject Session session;
  @Inject SuspensionClock clock;

  @Test
  void aLevelIsGrantedForAServiceAndALaterOneReplacesIt() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String path = "/v1/providers/" + provider + "/accreditations";
    String first = officer().body(accreditation(1)).post(path).path("id");
    officer()
        .body(accreditation(3))
        .post(path)
        .then()
        .statusCode(201)
        .body("level", equalTo(3))
        .body("status", equalTo("GRANTED"));
    officer().get(path + "?asOf=" + TODAY).then().body("items.level", equalTo(List.of(3)));
    officer()
        .get(path + "/" + first)
        .then()
        .header("ETag", "\"2\"")
        .body("status", equalTo("REPLACED"));
    as(Tokens.providers(BURY)).get(path).then().body("items", hasSize(0));
    as(Tokens.provider(TRAFFORD, provider)).get(path).then().body("items", hasSize(2));
    UUID rival = registered(Map.of("legalName", unique("Ltd")));
    String another = Tokens.provider(TRAFFORD, rival);
    as(another).get(path).then().spec(problem(403, "NOT_YOUR_ACCREDITATION"));
    as(another).get(path + "/" + first).then().spec(problem(403, "NOT_YOUR_ACCREDITATION"));
    assertEvent(first, "provider.accredited.v1");
  }

  @Test
  void nobodyGrantsWhatTheyReviewed() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String path = "/v1/providers/" + provider + "/accreditations";
    Map<String, Object> own = accreditation(2);
    own.put("reviewer", "clerk@E08000009");
    as(Tokens.ofClient("clerk", "providers:write", TRAFFORD))
        .body(own)
        .post(path)
        .then()
        .spec(problem(422, "REVIEWER_GRANTS"));
    Map<String, Object> backwards = accreditation(2);
    backwards.put("expiresOn", TODAY.minusDays(1).toString());
    officer().body(backwards).post(path).then().spec(problem(422, "EXPIRES_BEFORE_START"));
    Map<String, Object> four = accreditation(4);
    officer().body(four).post(path).then().statusCode(400);
    reader().body(accreditation(1)).post(path).then().spec(problem(403, "FORBIDDEN"));
  }

  @Test
  void aWithdrawnAccreditationIsNoLongerInForce() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String path = "/v1/providers/" + provider + "/accreditations";
    String id = officer().body(accreditation(2)).post(path).path("id");
    Map<String, String> reason = Map.of("reason", "Insurance lapsed");
    officer()
        .body(reason)
        .post(path + "/" + id + "/withdraw")
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"1\"")
        .body(reason)
        .post(path + "/" + id + "/withdraw")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"));
    officer().get(path + "?asOf=" + TODAY).then().body("items", hasSize(0));
  }

  @Test
  void aSuspendedProviderMayReplyOnceAndAPersonMayLiftIt() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String path = "/v1/providers/" + provider + "/suspensions";
    Response imposed = officer().body(suspension(30)).post(path);
    officer().body(suspension(30)).post(path).then().spec(problem(409, "SUSPENSION_STANDS"));
    imposed.then().statusCode(201).body("status", equalTo("IN_FORCE"));
    String id = imposed.path("id");
    Map<String, String> reply = Map.of("text", "The roster was completed on Monday.");
    as(Tokens.provider(TRAFFORD, UUID.randomUUID()))
        .header("If-Match", "\"1\"")
        .body(reply)
        .post(path + "/" + id + "/reply")
        .then()
        .spec(problem(403, "NOT_YOUR_SUSPENSION"));
    UUID other = registered(Map.of("legalName", unique("Ltd")));
    as(Tokens.provider(TRAFFORD, other))
        .header("If-Match", "\"1\"")
        .body(reply)
        .post(path + "/" + id + "/reply")
        .then()
        .spec(problem(403, "NOT_YOUR_SUSPENSION"));
    String own = Tokens.provider(TRAFFORD, provider);
    as(own).get(path).then().body("items.id", equalTo(List.of(id)));
    as(own)
        .header("If-Match", "\"1\"")
        .body(reply)
        .post(path + "/" + id + "/reply")
        .then()
        .statusCode(200)
        .body("repliedAt", notNullValue());
    as(own)
        .header("If-Match", "\"2\"")
        .body(reply)
        .post(path + "/" + id + "/reply")
        .then()
        .spec(problem(422, "ALREADY_REPLIED"));
    officer()
        .header("If-Match", "\"2\"")
        .body(Map.of("reason", "Reply accepted"))
        .post(path + "/" + id + "/lift")
        .then()
        .body("status", equalTo("LIFTED"));
    assertEvent(id, "provider.suspended.v1");
    assertEvent(id, "provider.suspension-lifted.v1");
  }

  @Test
  void aSuspensionLiftsItselfAfterItsLastDay() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String path = "/v1/providers/" + provider + "/suspensions";
    String id = officer().body(suspension(5)).post(path).path("id");
    clock.endPassed();
    officer().get(path + "/" + id).then().body("status", equalTo("IN_FORCE"));
    Tenancy.runAs(
        Acting.system("test"),
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        session
                            .createNativeMutationQuery(
                                "update suspension set starts_on = :start, ends_on = :yesterday"
                                    + " where id = :id")
                            .setParameter("start", TODAY.minusDays(9))
                            .setParameter("yesterday", TODAY.minusDays(1))
                            .setParameter("id", UUID.fromString(id))
                            .executeUpdate()));
    clock.endPassed();
    officer()
        .get(path + "/" + id)
        .then()
        .body("status", equalTo("ENDED"))
        .body("liftedOn", equalTo(TODAY.toString()));
    assertEvent(id, "provider.suspension-lifted.v1");
  }

  @Test
  void aSuspensionNeedsAnEndAheadAndTimeToReply() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String path = "/v1/providers/" + provider + "/suspensions";
    officer().body(suspension(-1)).post(path).then().spec(problem(422, "ENDS_TOO_EARLY"));
    Map<String, Object> hasty = suspension(30);
    hasty.put("replyBy", TODAY.minusDays(1).toString());
    officer().body(hasty).post(path).then().spec(problem(422, "NO_TIME_TO_REPLY"));
    Map<String, Object> tooLate = suspension(30);
    tooLate.put("replyBy", TODAY.plusDays(31).toString());
    officer().body(tooLate).post(path).then().spec(problem(422, "NO_TIME_TO_REPLY"));
  }

  private static void assertEvent(String id, String type) {
    await()
        .untilAsserted(
            () ->
                assertTrue(
                    TestTopics.readAll("providers.v1", id).stream()
                        .anyMatch(event -> event.type().equals(type))));
  }

  private static Map<String, Object> accreditation(int level) {
    Map<String, Object> form = new HashMap<>();
    form.put("serviceType", "HOME_CARE");
    form.put("level", level);
    form.put("evidence", List.of(Map.of("title", "Insurance certificate")));
    form.put("reviewer", "A. Reviewer");
    form.put("validFrom", TODAY.toString());
    form.put("expiresOn", TODAY.plusYears(1).toString());
    return form;
  }

  private static Map<String, Object> suspension(int days) {
    Map<String, Object> form = new HashMap<>();
    form.put("reason", "Safeguarding concern under enquiry");
    form.put("startsOn", TODAY.toString());
    form.put("endsOn", TODAY.plusDays(days).toString());
    form.put("replyBy", TODAY.plusDays(Math.min(days, 10)).toString());
    return form;
  }
}
