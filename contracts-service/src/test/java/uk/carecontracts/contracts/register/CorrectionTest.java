package uk.carecontracts.contracts.register;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.Problems;

/** What the parties agreed is not patched; an entry that does not say it is corrected. */
@QuarkusTest
@ContractsInfrastructure
class CorrectionTest {
  private static final String TYPED =
      "{\"values\":{\"total\":{\"amount\":394000,\"currency\":\"GBP\"}}}";
  private static final String SIGNED = TYPED.replace("394", "349");

  private static String path(Response contract) {
    return "/v1/contracts/" + Api.id(contract);
  }

  private static Response patch(Response read, String change) {
    return Api.keeper().header("If-Match", read.header("ETag")).body(change).patch(path(read));
  }

  @Test
  void what_was_agreed_is_not_patched_and_the_refusal_says_both_ways_on() {
    Response active = Api.active("Alder Ltd");
    patch(active, SIGNED)
        .then()
        .spec(Problems.violation(422, "TERMS_AGREED", "/values/total"))
        .body("detail", containsString("/variations"), "detail", containsString("/correct"));
    Response awarded =
        Api.step(Api.draft(Api.complete(Api.reference())), "award", Api.award("Fernleigh Ltd"));
    patch(awarded, "{\"dates\":{\"end\":\"2031-03-31\"},\"lots\":[]}")
        .then()
        .spec(Problems.violation(422, "TERMS_AGREED", "/dates/end"));
    Api.keeper().get(path(active)).then().body("version", equalTo(3));
  }

  @Test
  void words_need_no_correction_and_what_was_blank_is_filled_in_once() {
    Response active = Api.active("Alder Ltd");
    Response described =
        patch(
            active,
            "{\"title\":\"Care at home\",\"description\":null,\"department\":\"Homes\","
                + "\"categories\":{\"proclass\":\"321015\"},\"dates\":{\"review\":\"2029-04-01\"}}");
    described.then().statusCode(200).body("title", equalTo("Care at home"));
    Response filled = patch(described, "{\"dates\":{\"noticeMonths\":6}}");
    filled.then().statusCode(200).body("dates.noticeMonths", equalTo(6));
    patch(filled, "{\"dates\":{\"noticeMonths\":3}}")
        .then()
        .spec(Problems.violation(422, "TERMS_AGREED", "/dates/noticeMonths"));
  }

  @Test
  void a_correction_says_why_and_from_which_document_for_whoever_reads_the_history() {
    Response active = Api.active("Alder Ltd");
    Response corrected = Api.correct(active, SIGNED);
    corrected
        .then()
        .statusCode(200)
        .header("ETag", "\"4\"")
        .body("values.total.amount", equalTo(349000.00f), "status", equalTo("ACTIVE"));
    Api.keeper()
        .get(path(active) + "/history?limit=1")
        .then()
        .body("items[0].type", equalTo("contract.corrected.v1"))
        .body(
            "items[0].change.reason",
            equalTo("Correction: Mistyped (read from Signed contract, schedule 2)"))
        .body("items[0].change.fields.pointer", equalTo(List.of("/values/total/amount")))
        .body("items[0].change.fields[0].before", equalTo(300000.00f))
        .body("items[0].change.fields[0].after", equalTo(349000.00f));
    String told = "changes.find { it.aggregateId == '%s' }.change.reason".formatted(Api.id(active));
    Patience.await()
        .until(
            () ->
                Api.keeper()
                    .get("/v1/contracts/changes?types=contract.corrected.v1&limit=1000")
                    .jsonPath()
                    .getString(told),
            containsString("Signed contract, schedule 2"));
    Api.correct(corrected, SIGNED).then().statusCode(200).header("ETag", "\"4\"");
  }

  @Test
  void a_correction_needs_its_reason_its_document_the_version_read_and_something_signed() {
    Response active = Api.active("Alder Ltd");
    Api.keeper()
        .body("{\"reason\":\"r\",\"document\":\"d\",\"change\":" + SIGNED + "}")
        .post(path(active) + "/correct")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Api.step(active, "correct", "{\"reason\":\" \",\"change\":" + SIGNED + "}")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"))
        .body("violations.pointer", containsInAnyOrder("/reason", "/document"));
    Api.correct(active, "{\"dates\":{\"end\":\"2020-01-01\"}}")
        .then()
        .spec(Problems.violation(422, "TERMS_CONTRADICT", "/dates/end"));
    Api.correct(active, "{\"parties\":[{\"name\":\"Cedar CIC\"}]}")
        .then()
        .spec(Problems.violation(422, "NOVATION_NEEDED", "/parties"));
    Response draft = Api.draft(Api.complete(Api.reference()));
    Api.correct(draft, SIGNED).then().spec(Problems.problem(422, "WRONG_STATUS", "DRAFT"));
    patch(draft, SIGNED).then().statusCode(200);
  }

  @Test
  void of_two_who_correct_at_once_one_reads_again_and_who_asks_twice_corrects_once() {
    Response active = Api.active("Alder Ltd");
    List<Integer> answers =
        Stream.of(TYPED, SIGNED)
            .parallel()
            .map(change -> Api.correct(active, change).statusCode())
            .sorted()
            .toList();
    assertEquals(List.of(200, 412), answers);
    String key = UUID.randomUUID().toString();
    String body = "{\"reason\":\"r\",\"document\":\"d\",\"change\":{\"type\":\"SPOT\"}}";
    for (int asked = 0; asked < 2; asked++) {
      Api.keeper()
          .header("Idempotency-Key", key)
          .header("If-Match", "\"4\"")
          .body(body)
          .post(path(active) + "/correct")
          .then()
          .statusCode(200)
          .body("version", equalTo(5), "type", equalTo("SPOT"));
    }
  }
}
