package uk.carecontracts.contracts.options;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class OptionsTest {
  @Inject Clock clock;
  @Inject OptionSchedule schedule;
  @Inject DecisionDates decisionDates;

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private Response draft(LocalDate start, LocalDate end) {
    return Api.draft(
        Api.complete(Api.reference())
            .replace("2026-04-01", start.toString())
            .replace("2030-03-31", end.toString())
            .replace("\"review\":\"2028-04-01\"", "\"review\":\"" + end.minusYears(1) + "\"")
            .replace(
                "\"values\":{",
                "\"values\":{\"annual\":{\"amount\":100000.00,\"currency\":\"GBP\"},"
                    + "\"maximumWithExtensions\":{\"amount\":500000.00,\"currency\":\"GBP\"},"));
  }

  private static Response activate(Response draft) {
    Response active =
        Api.step(Api.step(draft, "award", Api.award("Fernleigh Ltd")), "activate", null);
    active.then().statusCode(200);
    return active;
  }

  private static String path(Response contract) {
    return "/v1/contracts/" + Api.id(contract);
  }

  private static Response define(Response contract, String what, String body) {
    return Api.keeper()
        .header("If-Match", contract.header("ETag"))
        .body(body)
        .post(path(contract) + "/" + what);
  }

  private static Response act(Response contract, String what, Response on, String body) {
    return Api.keeper()
        .header("If-Match", on.header("ETag"))
        .body(body)
        .post(path(contract) + "/" + what.replace("{id}", Api.id(on)));
  }

  private static String option(int months, int notice) {
    return "{\"months\":%d,\"noticeMonths\":%d}".formatted(months, notice);
  }

  private static String take(LocalDate notice) {
    return "{\"noticeGiven\":\"%s\",\"decidedBy\":\"Director of Adults\",\"reason\":\"Works well\"}"
        .formatted(notice);
  }

  @Test
  void an_option_taken_in_time_moves_end_and_value_and_the_next_one_follows_from_there() {
    LocalDate end = today().plusYears(2);
    Response draft = draft(today().minusYears(1), end);
    Response first = define(draft, "extension-options", option(12, 6));
    first
        .then()
        .statusCode(201)
        .body("position", equalTo(1), "status", equalTo("OPEN"))
        .body("noticeDeadline", equalTo(Months.noticeBy(end, 6).toString()));
    Response second = define(draft, "extension-options", option(12, 6));
    second
        .then()
        .statusCode(201)
        .body("extendsTo", equalTo(Months.longer(end, 24).toString()))
        .body("noticeDeadline", equalTo(Months.noticeBy(Months.longer(end, 12), 6).toString()));
    Response active = activate(draft);
    act(active, "extension-options/{id}/exercise", second, take(today().plusDays(1)))
        .then()
        .spec(Problems.violation(422, "EXTENSION_NOT_POSSIBLE", "/noticeGiven"))
        .body("detail", containsString("taken in their order"));
    Response taken =
        act(active, "extension-options/{id}/exercise", first, take(today().minusDays(3)));
    taken
        .then()
        .statusCode(200)
        .body("status", equalTo("EXERCISED"), "noticeDeadline", nullValue())
        .body("exercise.newEnd", equalTo(Months.longer(end, 12).toString()))
        .body("exercise.newTotal.amount", equalTo(400000.00f))
        .body("exercise.steps", hasItem("100000.00 a year × 12 ÷ 12 months = 100000.00"));
    Api.keeper()
        .get(path(active))
        .then()
        .body("dates.end", equalTo(Months.longer(end, 12).toString()))
        .body("values.total.amount", equalTo(400000.00f));
    Api.keeper()
        .get(path(active) + "/history?limit=1")
        .then()
        .body("items[0].type", equalTo("contract.extended.v1"))
        .body("items[0].change.reason", containsString("Works well"));
    act(active, "extension-options/{id}/exercise", first, take(today()))
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    Api.keeper()
        .get(path(active) + "/decision-dates")
        .then()
        .body("items.kind", containsInAnyOrder("END", "REVIEW", "EXTENSION_NOTICE"))
        .body(
            "items.find { it.kind == 'EXTENSION_NOTICE' }.date",
            equalTo(Months.noticeBy(Months.longer(end, 12), 6).toString()));
  }

  @Test
  void an_extension_beyond_the_advertised_maximum_is_refused() {
    Response draft = draft(today().minusYears(1), today().plusYears(2));
    Response option = define(draft, "extension-options", option(36, 3));
    act(activate(draft), "extension-options/{id}/exercise", option, take(today()))
        .then()
        .spec(Problems.problem(422, "EXTENSION_NOT_POSSIBLE", "500000.00"));
  }

  @Test
  void without_notice_options_and_clauses_lapse_by_themselves() {
    LocalDate end = today().plusMonths(3);
    Response draft = draft(today().minusYears(1), end);
    Response option = define(draft, "extension-options", option(12, 6));
    Response clause =
        define(
            draft,
            "break-clauses",
            "{\"heldBy\":\"EITHER\",\"windowFrom\":\"%s\",\"windowTo\":\"%s\",\"noticeMonths\":3}"
                .formatted(today().minusMonths(1), today().plusMonths(1)));
    clause.then().statusCode(201);
    schedule.run();
    Api.keeper()
        .get(path(draft) + "/extension-options/" + Api.id(option))
        .then()
        .body("status", equalTo("OPEN"));
    Response active = activate(draft);
    act(active, "extension-options/{id}/exercise", option, take(today()))
        .then()
        .spec(Problems.violation(422, "EXTENSION_NOT_POSSIBLE", "/noticeGiven"));
    schedule.run();
    Api.keeper()
        .get(path(active) + "/extension-options")
        .then()
        .body("items[0].status", equalTo("LAPSED"))
        .body("items[0].lapsedBecause", containsString("No notice was given by"));
    Api.keeper()
        .get(path(active) + "/break-clauses")
        .then()
        .body("items[0].status", equalTo("LAPSED"));
    Api.keeper()
        .get(path(active) + "/decision-dates")
        .then()
        .body("items.kind", containsInAnyOrder("END", "REVIEW"));
  }

  @Test
  void notice_given_in_time_takes_an_option_that_lapsed_because_nobody_told_of_it() {
    LocalDate end = today().plusMonths(3);
    LocalDate deadline = Months.noticeBy(end, 6);
    Response draft = draft(today().minusYears(1), end);
    Response option = define(draft, "extension-options", option(12, 6));
    Response active = activate(draft);
    schedule.run();
    Response lapsed = Api.keeper().get(path(active) + "/extension-options/" + Api.id(option));
    lapsed.then().body("status", equalTo("LAPSED"), "noticeDeadline", equalTo(deadline.toString()));
    act(active, "extension-options/{id}/exercise", lapsed, take(deadline.plusDays(1)))
        .then()
        .spec(Problems.violation(422, "EXTENSION_NOT_POSSIBLE", "/noticeGiven"));
    act(active, "extension-options/{id}/exercise", lapsed, take(deadline))
        .then()
        .statusCode(200)
        .body("status", equalTo("EXERCISED"), "lapsedBecause", nullValue())
        .body("exercise.newEnd", equalTo(Months.longer(end, 12).toString()));
  }

  private static String breakOff(LocalDate lastDay, LocalDate notice, String by) {
    return "{\"lastDay\":\"%s\",\"noticeGiven\":\"%s\",\"by\":\"%s\",\"decidedBy\":\"Cabinet\",\"reason\":\"Need fell\"}"
        .formatted(lastDay, notice, by);
  }

  private Response lapsedClause(Response draft, LocalDate to) {
    Response clause =
        define(
            draft,
            "break-clauses",
            "{\"heldBy\":\"EITHER\",\"windowFrom\":\"%s\",\"windowTo\":\"%s\",\"noticeMonths\":3}"
                .formatted(to.minusMonths(1), to));
    activate(draft);
    schedule.run();
    Response lapsed = Api.keeper().get(path(draft) + "/break-clauses/" + Api.id(clause));
    lapsed.then().body("status", equalTo("LAPSED"));
    return lapsed;
  }

  @Test
  void notice_given_in_time_takes_a_clause_that_lapsed_because_nobody_told_of_it() {
    LocalDate end = today().plusMonths(3);
    LocalDate lastDay = today().plusMonths(1);
    LocalDate deadline = Months.noticeBy(lastDay, 3);
    Response draft = draft(today().minusYears(1), end);
    Response option = define(draft, "extension-options", option(12, 6));
    Response lapsed = lapsedClause(draft, lastDay);
    Response taken =
        act(draft, "break-clauses/{id}/exercise", lapsed, breakOff(lastDay, deadline, "SUPPLIER"));
    taken
        .then()
        .statusCode(200)
        .body("status", equalTo("EXERCISED"), "lapsedBecause", nullValue())
        .body("exercise.previousEnd", equalTo(end.toString()));
    Api.keeper().get(path(draft)).then().body("dates.end", equalTo(lastDay.toString()));
    Response late = Api.keeper().get(path(draft) + "/extension-options/" + Api.id(option));
    late.then().body("lapsedBecause", containsString("broken off"));
    act(draft, "extension-options/{id}/exercise", late, take(Months.noticeBy(end, 6)))
        .then()
        .spec(Problems.problem(422, "EXTENSION_NOT_POSSIBLE", "LAPSED already"));
  }

  @Test
  void late_notice_breaks_nothing_off_and_the_parties_can_agree_to_the_same_end() {
    LocalDate lastDay = today().plusMonths(1);
    Response draft = draft(today().minusYears(1), today().plusMonths(3));
    Response lapsed = lapsedClause(draft, lastDay);
    LocalDate late = Months.noticeBy(lastDay, 3).plusDays(1);
    act(draft, "break-clauses/{id}/exercise", lapsed, breakOff(lastDay, late, "AUTHORITY"))
        .then()
        .spec(Problems.violation(422, "BREAK_NOT_POSSIBLE", "/noticeGiven"))
        .body("detail", containsString("variation for TERM"));
    Response proposed =
        define(
            Api.keeper().get(path(draft)),
            "variations",
            "{\"reason\":\"TERM\",\"description\":\"Notice came late\",\"effectiveDate\":\"%s\",\"change\":{\"dates\":{\"end\":\"%s\"}}}"
                .formatted(today(), lastDay));
    String party = Api.keeper().get(path(draft)).path("parties[0].id");
    act(
            draft,
            "variations/{id}/agreements",
            proposed,
            "{\"partyId\":\"%s\",\"agreedOn\":\"%s\"}".formatted(party, today()))
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_FORCE"));
    Api.keeper().get(path(draft)).then().body("dates.end", equalTo(lastDay.toString()));
  }

  @Test
  void a_break_needs_its_holder_its_window_and_notice_in_time() {
    LocalDate from = today().plusMonths(7);
    LocalDate to = today().plusMonths(9);
    Response draft = draft(today().minusYears(1), today().plusYears(2));
    define(
            draft,
            "break-clauses",
            "{\"heldBy\":\"AUTHORITY\",\"windowFrom\":\"%s\",\"windowTo\":\"%s\",\"noticeMonths\":6}"
                .formatted(from, today().plusYears(3)))
        .then()
        .spec(Problems.violation(422, "OPTION_NOT_DEFINABLE", "/windowTo"));
    Response clause =
        define(
            draft,
            "break-clauses",
            "{\"heldBy\":\"AUTHORITY\",\"windowFrom\":\"%s\",\"windowTo\":\"%s\",\"noticeMonths\":6}"
                .formatted(from, to));
    clause.then().body("noticeDeadline", equalTo(Months.noticeBy(to, 6).toString()));
    Response option = define(draft, "extension-options", option(12, 1));
    Response active = activate(draft);
    act(
            active,
            "break-clauses/{id}/exercise",
            clause,
            breakOff(today().plusMonths(1), today(), "SUPPLIER"))
        .then()
        .spec(Problems.problem(422, "BREAK_NOT_POSSIBLE"))
        .body("violations.pointer", hasItems("/by", "/lastDay", "/noticeGiven"));
    act(active, "break-clauses/{id}/exercise", clause, breakOff(from, today(), "AUTHORITY"))
        .then()
        .statusCode(200)
        .body("status", equalTo("EXERCISED"));
    Api.keeper()
        .get(path(active))
        .then()
        .body("dates.end", equalTo(from.toString()), "status", equalTo("ACTIVE"));
    Api.keeper()
        .get(path(active) + "/history?limit=1")
        .then()
        .body("items[0].type", equalTo("contract.break-exercised.v1"));
    Response lapsed = Api.keeper().get(path(active) + "/extension-options/" + Api.id(option));
    lapsed.then().body("status", equalTo("LAPSED"), "lapsedBecause", containsString("broken off"));
    act(active, "extension-options/{id}/exercise", lapsed, take(today()))
        .then()
        .spec(Problems.problem(422, "EXTENSION_NOT_POSSIBLE", "LAPSED already"));
  }

  @Test
  void what_is_entered_after_the_award_names_its_clause() {
    Response active = activate(draft(today().minusYears(1), today().plusYears(2)));
    define(active, "extension-options", option(12, 6))
        .then()
        .spec(Problems.violation(422, "OPTION_NOT_DEFINABLE", "/clause"));
    define(
            active,
            "extension-options",
            "{\"months\":12,\"noticeMonths\":6,\"clause\":\"4.2\",\"additionalValue\":"
                + "{\"amount\":-1,\"currency\":\"EUR\"}}")
        .then()
        .spec(Problems.problem(422, "OPTION_NOT_DEFINABLE"))
        .body("violations.pointer", contains("/additionalValue", "/additionalValue/currency"));
    Response option =
        define(
            active, "extension-options", "{\"months\":12,\"noticeMonths\":6,\"clause\":\"4.2\"}");
    option.then().statusCode(201).body("clause", equalTo("4.2"));
    Response lapsed =
        act(active, "extension-options/{id}/lapse", option, "{\"reason\":\"Retendered\"}");
    lapsed.then().statusCode(200).body("lapsedBecause", equalTo("Retendered"));
    act(active, "extension-options/{id}/exercise", lapsed, take(today()))
        .then()
        .spec(Problems.problem(422, "EXTENSION_NOT_POSSIBLE", "LAPSED already"));
    act(active, "extension-options/{id}/lapse", lapsed, "{\"reason\":\"Again\"}")
        .then()
        .spec(Problems.problem(422, "WRONG_STATUS"));
    Response clause =
        define(
            active,
            "break-clauses",
            "{\"heldBy\":\"AUTHORITY\",\"windowFrom\":\"%s\",\"windowTo\":\"%s\",\"noticeMonths\":3,\"clause\":\"9.1\"}"
                .formatted(today().plusMonths(6), today().plusMonths(12)));
    clause.then().statusCode(201);
    Response let =
        act(active, "break-clauses/{id}/lapse", clause, "{\"reason\":\"The need stays\"}");
    let.then().body("status", equalTo("LAPSED"), "lapsedBecause", equalTo("The need stays"));
    act(
            active,
            "break-clauses/{id}/exercise",
            let,
            breakOff(today().plusMonths(6), today(), "AUTHORITY"))
        .then()
        .spec(Problems.problem(422, "BREAK_NOT_POSSIBLE", "LAPSED already"));
  }

  @Test
  void of_two_who_take_an_option_at_once_one_is_told_to_read_again() {
    Response draft = draft(today().minusYears(1), today().plusYears(2));
    Response option = define(draft, "extension-options", option(12, 6));
    Response active = activate(draft);
    List<Integer> answers =
        Stream.of(1, 2)
            .parallel()
            .map(
                each ->
                    act(active, "extension-options/{id}/exercise", option, take(today()))
                        .statusCode())
            .sorted()
            .toList();
    assertEquals(List.of(200, 412), answers);
    Api.keeper().get(path(active)).then().body("values.total.amount", equalTo(400000.00f));
  }

  @Test
  void another_authority_sees_no_options_and_no_dates() {
    Response active = activate(draft(today().minusYears(1), today().plusYears(2)));
    for (String list : List.of("extension-options", "break-clauses", "decision-dates")) {
      Api.as(Api.OTHER)
          .get(path(active) + "/" + list)
          .then()
          .spec(Problems.problem(403, "WRONG_AUTHORITY"));
    }
    Api.keeper().get(path(active) + "/break-clauses").then().body("items", hasSize(0));
    UUID id = UUID.fromString(Api.id(active));
    assertEquals(0, seen(Api.OTHER, id).size());
    assertEquals(
        List.of(DecisionKind.REVIEW, DecisionKind.END),
        seen(Api.AUTHORITY, id).stream().map(DecisionDate::kind).toList());
  }

  private List<DecisionDate> seen(String authority, UUID id) {
    return Tenancy.callAs(Acting.forAuthority(authority, "test"), () -> decisionDates.of(id));
  }
}
