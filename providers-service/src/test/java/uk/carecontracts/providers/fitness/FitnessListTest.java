package uk.carecontracts.providers.fitness;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class FitnessListTest extends ServiceTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  private final String service =
      "S" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);

  @Test
  void whatIsAboutToLapseOrDueForReviewIsFoundAcrossProviders() {
    UUID first = registered(Map.of("legalName", unique("First Ltd")));
    UUID second = registered(Map.of("legalName", unique("Second Ltd")));
    String soon = accredited(first, 2, TODAY.plusDays(20), null);
    String later = accredited(second, 3, TODAY.plusDays(300), TODAY.plusDays(30));
    String list = "/v1/accreditations?serviceType=" + service;
    assertEquals(List.of(soon, later), found(officer().get(list), "accreditation"));
    assertEquals(
        List.of(soon),
        found(officer().get(list + "&expiresBefore=" + TODAY.plusDays(21)), "accreditation"));
    assertEquals(
        List.of(),
        found(officer().get(list + "&expiresBefore=" + TODAY.plusDays(20)), "accreditation"));
    assertEquals(
        List.of(later),
        found(officer().get(list + "&reviewBefore=" + TODAY.plusDays(31)), "accreditation"));
    assertEquals(List.of(later), found(officer().get(list + "&level=3"), "accreditation"));
    assertEquals(
        List.of(soon), found(officer().get(list + "&providerId=" + first), "accreditation"));
    assertEquals(
        List.of(later),
        found(officer().get(list + "&asOf=" + TODAY.plusDays(100)), "accreditation"));
    assertEquals(List.of(), found(officer().get(list + "&status=WITHDRAWN"), "accreditation"));
    assertEquals(List.of(), found(as(Tokens.providers(BURY)).get(list), "accreditation"));
    assertEquals(
        List.of(later), found(as(Tokens.provider(TRAFFORD, second)).get(list), "accreditation"));
    Response page = officer().get(list + "&limit=1");
    assertEquals(List.of(soon), found(page, "accreditation"));
    assertEquals(
        List.of(later),
        found(
            officer().get(list + "&limit=1&cursor=" + page.<String>path("next")), "accreditation"));
    officer()
        .accept("text/csv")
        .get(list + "&limit=1")
        .then()
        .header("Link", containsString("rel=\"next\""))
        .body(containsString("First Ltd"))
        .body(containsString("," + TODAY.plusDays(20) + ",,GRANTED,"));
    officer().get(list + "&cursor=zzz").then().spec(violation(400, "INVALID_REQUEST", "cursor"));
    officer().get(list + "&expires=x").then().statusCode(400);
  }

  @Test
  void aReviewFallsWithinTheTerm() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    officer()
        .body(accreditation(1, TODAY.plusDays(20), TODAY.plusDays(21)))
        .post("/v1/providers/" + provider + "/accreditations")
        .then()
        .spec(problem(422, "REVIEW_OUTSIDE_TERM"));
  }

  @Test
  void whoIsSuspendedUntilWhenAndForWhatIsOneList() {
    UUID first = registered(Map.of("legalName", unique("First Ltd")));
    UUID duplicate = registered(Map.of("legalName", unique("Twin Ltd")));
    UUID survivor = registered(Map.of("legalName", unique("Survivor Ltd")));
    String one = suspended(first, service, TODAY, 30);
    String all = suspended(duplicate, null, TODAY, 20);
    String coming = suspended(first, service, TODAY.plusDays(40), 60);
    merged(duplicate, survivor);
    String list = "/v1/suspensions?limit=500&providerId=";
    assertEquals(List.of(one, coming), found(officer().get(list + first), "suspension"));
    assertEquals(List.of(one), found(officer().get(list + first + "&asOf=" + TODAY), "suspension"));
    assertEquals(
        List.of(one),
        found(officer().get(list + first + "&endsBefore=" + TODAY.plusDays(31)), "suspension"));
    assertEquals(
        List.of(), found(officer().get(list + first + "&serviceType=OTHER"), "suspension"));
    // A suspension from everything covers every service, and follows a merge.
    officer()
        .get(list + survivor + "&serviceType=" + service)
        .then()
        .body("items", hasSize(1))
        .body("items[0].suspension.id", equalTo(all))
        .body("items[0].providerName", containsString("Survivor Ltd"));
    officer()
        .get("/v1/providers/" + survivor + "/suspensions")
        .then()
        .body("items.id", equalTo(List.of(all)));
    officer().accept("text/csv").get(list + survivor).then().body(containsString(",ALL,"));
    assertEquals(List.of(), found(as(Tokens.providers(BURY)).get(list + first), "suspension"));
    officer().get("/v1/suspensions?status=GONE").then().statusCode(400);
    assertEquals(
        List.of(), found(as(Tokens.provider(TRAFFORD, survivor)).get(list + first), "suspension"));
  }

  private static List<String> found(Response list, String kind) {
    assertEquals(200, list.statusCode(), list::asString);
    return list.jsonPath().getList("items." + kind + ".id");
  }

  private String accredited(
      UUID provider, int level, LocalDate expires, @Nullable LocalDate review) {
    return officer()
        .body(accreditation(level, expires, review))
        .post("/v1/providers/" + provider + "/accreditations")
        .path("id");
  }

  private Map<String, Object> accreditation(
      int level, LocalDate expires, @Nullable LocalDate review) {
    Map<String, Object> form = new HashMap<>();
    form.put("serviceType", service);
    form.put("level", level);
    form.put("evidence", List.of(Map.of("title", "Insurance certificate")));
    form.put("reviewer", "A. Reviewer");
    form.put("validFrom", TODAY.toString());
    form.put("expiresOn", expires.toString());
    form.put("reviewOn", review == null ? null : review.toString());
    return form;
  }

  private static String suspended(
      UUID provider, @Nullable String service, LocalDate from, int untilInDays) {
    Map<String, Object> form = new HashMap<>();
    form.put("serviceType", service);
    form.put("reason", "Safeguarding concern under enquiry");
    form.put("startsOn", from.toString());
    form.put("endsOn", TODAY.plusDays(untilInDays).toString());
    form.put("replyBy", TODAY.plusDays(10).toString());
    return officer().body(form).post("/v1/providers/" + provider + "/suspensions").path("id");
  }
}
