package uk.carecontracts.providers.innovation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class InnovationApiTest extends ServiceTest {

  private static final String PROPOSALS = "/v1/innovation-proposals";
  private static final String FUNDS = "/v1/innovation-funds";

  @Inject Session session;

  @Test
  void anIdeaBecomesACaseAPilotAResultAndPaysBack() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String fund = fund("100000.00");
    Response submitted =
        as(Tokens.provider(TRAFFORD, provider)).body(technology(null)).post(PROPOSALS);
    submitted
        .then()
        .statusCode(201)
        .body("providerId", equalTo(provider.toString()))
        .body("status", equalTo("SUBMITTED"));
    String id = submitted.path("id");
    officer()
        .accept("text/csv")
        .get(PROPOSALS + "?status=SUBMITTED&providerId=" + provider)
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,providerId,providerName,kind,title,"))
        .body(containsString(id + "," + provider + ","))
        .body(containsString(",TECHNOLOGY,'=Care at night,SUBMITTED,"));
    officer()
        .accept("text/csv")
        .get(PROPOSALS + "?status=PILOT&providerId=" + provider)
        .then()
        .statusCode(200)
        .body(not(containsString(id)));
    as(Tokens.provider(TRAFFORD, registered(Map.of("legalName", unique("Ltd")))))
        .accept("text/csv")
        .get(PROPOSALS)
        .then()
        .statusCode(200)
        .body(not(containsString(id)));
    officer()
        .body(Map.of("takeForward", true, "reason", "Fits the strategy"))
        .post(PROPOSALS + "/" + id + "/triage")
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    step(officer(), id, 1, "triage", Map.of("takeForward", true, "reason", "Fits the strategy"))
        .then()
        .statusCode(200)
        .body("status", equalTo("TAKEN_FORWARD"));
    // (£24,000 − £4,000) × 5 − £50,000 = £50,000; £50,000 ÷ £20,000 = 2.5 years.
    step(officer(), id, 2, "business-case", businessCase("50000.00"))
        .then()
        .body("businessCase.netSaving.amount", equalTo(20000.00f))
        .body("businessCase.paybackYears", equalTo(2.50f))
        .body("businessCase.netBenefit.amount", equalTo(50000.00f))
        .body(
            "businessCase.explanation",
            equalTo(
                "(£24000.00 saved − £4000.00 running cost) × 5 years − £50000.00 invested ="
                    + " £50000.00; it pays back in 2.50 years"));
    step(officer(), id, 3, "approve", approval(fund)).then().spec(problem(422, "AUTHOR_APPROVES"));
    step(colleague(), id, 3, "approve", Map.of("reason", "Sound"))
        .then()
        .spec(problem(422, "FUND_NEEDED"));
    step(colleague(), id, 3, "approve", approval(fund))
        .then()
        .statusCode(200)
        .body("award.amount.amount", equalTo(50000.00f))
        .body("stillToRepay.amount", equalTo(50000.00f));
    assertBalance(fund, 50000.00f);
    Map<String, Object> pilot = new HashMap<>();
    pilot.put("startsOn", "2027-04-01");
    pilot.put("endsOn", "2026-04-01");
    pilot.put("measures", "Calls on time");
    step(officer(), id, 4, "pilot", pilot).then().spec(problem(422, "PILOT_BACKWARDS"));
    pilot.put("endsOn", "2027-09-30");
    step(officer(), id, 4, "pilot", pilot).then().body("status", equalTo("PILOT"));
    Map<String, Object> result = new HashMap<>();
    result.put("conclusion", "ADOPT");
    result.put("findings", "On-time calls rose from 81 to 93 per cent");
    result.put("unspent", 60000);
    step(officer(), id, 5, "result", result).then().spec(problem(422, "MORE_THAN_AWARDED"));
    result.put("unspent", 5000);
    step(officer(), id, 5, "result", result)
        .then()
        .body("status", equalTo("CONCLUDED"))
        .body("stillToRepay.amount", equalTo(45000.00f));
    assertBalance(fund, 55000.00f);
    Map<String, Object> benefit = new HashMap<>();
    benefit.put("period", "2027-28");
    benefit.put("saved", 21000);
    benefit.put("repaid", 45000.01);
    benefit.put("evidence", "Invoices");
    step(officer(), id, 6, "benefits", benefit).then().spec(problem(422, "MORE_THAN_OWED"));
    benefit.put("repaid", 20000);
    step(officer(), id, 6, "benefits", benefit)
        .then()
        .body("saved.amount", equalTo(21000.00f))
        .body("stillToRepay.amount", equalTo(25000.00f));
    assertBalance(fund, 75000.00f);
    officer()
        .get(FUNDS + "/" + fund + "/entries")
        .then()
        .body("items.kind", equalTo(List.of("REPAYMENT", "UNSPENT", "AWARD", "CONTRIBUTION")))
        .body("items.balanceAfter.amount", equalTo(List.of(75000f, 55000f, 50000f, 100000f)));
    await()
        .untilAsserted(
            () -> {
              List<CloudEventRecord> events = TestTopics.readAll("providers.v1", id);
              assertEquals(
                  List.of(
                      "innovation-proposal.submitted.v1",
                      "innovation-proposal.taken-forward.v1",
                      "innovation-proposal.case-made.v1",
                      "innovation-proposal.approved.v1",
                      "innovation-proposal.pilot-begun.v1",
                      "innovation-proposal.concluded.v1",
                      "innovation-proposal.benefited.v1"),
                  events.stream().map(CloudEventRecord::type).toList());
              assertFalse(events.toString().contains("sensors"), "the idea stays with who had it");
            });
  }

  @Test
  void howeverManyApproveAtOnceAFundIsNeverOverdrawn() throws Exception {
    String fund = fund("100000.00");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(withCase("30000.00"));
    }
    ExecutorService crowd = Executors.newFixedThreadPool(10);
    CountDownLatch start = new CountDownLatch(1);
    List<Integer> statuses;
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (String id : ids) {
        Callable<Integer> approval =
            () -> {
              start.await();
              return step(colleague(), id, 3, "approve", approval(fund)).statusCode();
            };
        answers.add(crowd.submit(approval));
      }
      start.countDown();
      statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get(60, TimeUnit.SECONDS));
      }
    } finally {
      crowd.shutdownNow();
    }
    assertEquals(3, Collections.frequency(statuses, 200), statuses::toString);
    assertEquals(7, Collections.frequency(statuses, 422), statuses::toString);
    assertBalance(fund, 10000.00f);
    List<Float> balances =
        officer().get(FUNDS + "/" + fund + "/entries").path("items.balanceAfter.amount");
    assertEquals(List.of(10000f, 40000f, 70000f, 100000f), balances);
    long approved =
        ids.stream()
            .filter(id -> "APPROVED".equals(officer().get(PROPOSALS + "/" + id).path("status")))
            .count();
    assertEquals(3, approved, "who got no money is not approved");
  }

  @Test
  void theDatabaseHasTheLastWordAboutABalance() {
    String fund = fund("10.00");
    Exception refused =
        assertThrows(
            RuntimeException.class,
            () ->
                Tenancy.runAs(
                    Acting.system("test"),
                    () ->
                        QuarkusTransaction.requiringNew()
                            .run(
                                () ->
                                    session
                                        .createNativeMutationQuery(
                                            "update innovation_fund set balance = balance - 10.01"
                                                + " where id = :id")
                                        .setParameter("id", UUID.fromString(fund))
                                        .executeUpdate())));
    assertTrue(causes(refused).contains("innovation_fund_not_overdrawn"), causes(refused));
    assertBalance(fund, 10.00f);
  }

  @Test
  void anElementOfASpecificationThatAddsLittleNeedsNoFund() {
    Map<String, Object> form = technology(null);
    form.put("kind", "SPECIFICATION_ELEMENT");
    officer().body(form).post(PROPOSALS).then().spec(problem(422, "ELEMENT_UNCLEAR"));
    Map<String, Object> element = new HashMap<>();
    element.put("contractId", UUID.randomUUID().toString());
    element.put("requirement", "A paper log of every call, kept for seven years");
    element.put("annualCost", 12400.50);
    element.put("effect", "NONE");
    element.put("instead", "The record of call monitoring");
    form.put("element", element);
    String id =
        officer()
            .body(form)
            .post(PROPOSALS)
            .then()
            .statusCode(201)
            .body("element.annualCost.amount", equalTo(12400.50f))
            .extract()
            .path("id");
    step(officer(), id, 1, "triage", Map.of("takeForward", true, "reason", "Costs, does little"));
    step(officer(), id, 2, "business-case", businessCase("0"))
        .then()
        .body("businessCase.paybackYears", equalTo(0.00f));
    step(colleague(), id, 3, "approve", Map.of("reason", "Nothing to invest"))
        .then()
        .statusCode(200)
        .body("award.amount.amount", equalTo(0.00f))
        .body("award.fundId", equalTo(null));
    officer()
        .get(PROPOSALS + "?kind=SPECIFICATION_ELEMENT&status=APPROVED&limit=1")
        .then()
        .body("items[0].id", equalTo(id));
  }

  @Test
  void aProviderKeepsItsIdeasWhenItsRecordIsMerged() {
    UUID duplicate = registered(Map.of("legalName", unique("Ltd")));
    UUID survivor = registered(Map.of("legalName", unique("Ltd")));
    String own = Tokens.provider(TRAFFORD, duplicate);
    String id = as(own).body(technology(duplicate)).post(PROPOSALS).path("id");
    merged(duplicate, survivor);
    as(own).get(PROPOSALS).then().body("items.id", equalTo(List.of(id)));
    as(own).get(PROPOSALS + "/" + id).then().statusCode(200);
    officer()
        .get(PROPOSALS + "?providerId=" + survivor)
        .then()
        .body("items.id", equalTo(List.of(id)));
  }

  @Test
  void aProposalIsReadByItsProviderAndItsAuthorityOnly() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    UUID rival = registered(Map.of("legalName", unique("Ltd")));
    String own = Tokens.provider(TRAFFORD, provider);
    String others = Tokens.provider(TRAFFORD, rival);
    as(others)
        .body(technology(provider))
        .post(PROPOSALS)
        .then()
        .spec(problem(403, "NOT_YOUR_PROPOSAL"));
    String id = as(own).body(technology(provider)).post(PROPOSALS).path("id");
    as(own).get(PROPOSALS).then().body("items.id", equalTo(List.of(id)));
    String feed = "/v1/providers/changes?limit=1000&types=innovation-proposal.submitted.v1";
    await()
        .untilAsserted(
            () ->
                assertTrue(
                    officer().get(feed).asString().contains(id), "officers follow proposals"));
    assertFalse(as(others).get(feed).asString().contains(id), "other providers do not");
    as(others).get(PROPOSALS).then().body("items", hasSize(0));
    as(others).get(PROPOSALS + "/" + id).then().spec(problem(403, "NOT_YOUR_PROPOSAL"));
    as(Tokens.providers(BURY)).get(PROPOSALS + "/" + id).then().spec(problem(404, "NOT_FOUND"));
    step(as(own), id, 1, "triage", Map.of("takeForward", true, "reason", "Mine"))
        .then()
        .statusCode(403);
    as(others)
        .header("If-Match", "\"1\"")
        .post(PROPOSALS + "/" + id + "/withdraw")
        .then()
        .spec(problem(403, "NOT_YOUR_PROPOSAL"));
    as(own)
        .header("If-Match", "\"1\"")
        .post(PROPOSALS + "/" + id + "/withdraw")
        .then()
        .body("status", equalTo("WITHDRAWN"));
    step(officer(), id, 2, "triage", Map.of("takeForward", true, "reason", "Too late"))
        .then()
        .spec(problem(422, "PROPOSAL_ELSEWHERE"));
    String fund = fund("1.00");
    Map<String, Object> gift = Map.of("amount", 5, "note", "Gift");
    for (int i = 0; i < 2; i++) {
      officer()
          .header("If-Match", "\"2\"")
          .header("Idempotency-Key", "gift-" + fund)
          .body(gift)
          .post(FUNDS + "/" + fund + "/contributions")
          .then()
          .statusCode(200)
          .body("balance.amount", equalTo(6.00f));
    }
    assertBalance(fund, 6.00f);
    as(own).get(FUNDS + "/" + fund).then().spec(problem(403, "FORBIDDEN"));
    as(Tokens.providers(BURY)).get(FUNDS + "/" + fund).then().spec(problem(404, "NOT_FOUND"));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("amount", 1, "note", "Stale"))
        .post(FUNDS + "/" + fund + "/contributions")
        .then()
        .spec(problem(412, "STALE_VERSION"));
  }

  private static RequestSpecification colleague() {
    return as(Tokens.ofClient("colleague", "providers:write", TRAFFORD));
  }

  private static Response step(
      RequestSpecification who, String id, int version, String step, Map<String, Object> body) {
    return who.header("If-Match", "\"" + version + "\"")
        .body(body)
        .post(PROPOSALS + "/" + id + "/" + step);
  }

  private static String withCase(String investment) {
    String id = officer().body(technology(null)).post(PROPOSALS).path("id");
    step(officer(), id, 1, "triage", Map.of("takeForward", true, "reason", "Good"));
    step(officer(), id, 2, "business-case", businessCase(investment)).then().statusCode(200);
    return id;
  }

  private static String fund(String amount) {
    String id =
        officer()
            .body(Map.of("name", "Invest to save", "purpose", "Ideas that pay back"))
            .post(FUNDS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("amount", new BigDecimal(amount), "note", "Budget"))
        .post(FUNDS + "/" + id + "/contributions")
        .then()
        .statusCode(200);
    return id;
  }

  private static void assertBalance(String fund, float balance) {
    officer().get(FUNDS + "/" + fund).then().body("balance.amount", equalTo(balance));
  }

  private static Map<String, Object> approval(String fund) {
    return Map.of("fundId", fund, "reason", "Pays back in time");
  }

  private static Map<String, Object> technology(@Nullable UUID provider) {
    Map<String, Object> form = new HashMap<>();
    if (provider != null) {
      form.put("providerId", provider.toString());
    }
    form.put("kind", "TECHNOLOGY");
    form.put("title", "=Care at night");
    form.put("description", "Bed sensors in place of waking night checks, where people want it");
    return form;
  }

  private static Map<String, Object> businessCase(String investment) {
    Map<String, Object> form = new HashMap<>();
    form.put("investment", new BigDecimal(investment));
    form.put("annualSaving", 24000);
    form.put("annualRunningCost", 4000);
    form.put("years", 5);
    form.put("outcomes", "People sleep through the night");
    form.put("risks", "Sensors fail");
    return form;
  }

  private static String causes(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      text.append(each.getMessage()).append(" | ");
    }
    return text.toString();
  }
}
