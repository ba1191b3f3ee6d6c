package uk.carecontracts.contracts.agreements;

import static org.hamcrest.Matchers.equalTo;
import static uk.carecontracts.testkit.Patience.await;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ProviderEvents;

/** Frameworks with two lots and admitted suppliers, as the tests of agreements need them. */
abstract class FrameworkCase {
  private static final String LOTS =
      """
      {"lots":[{"id":"1","title":"Home care, north","serviceType":"HOME_CARE","requiredLevel":2,
        "ceiling":{"amount":200000,"currency":"GBP"}},
        {"id":"2","title":"Day care","serviceType":"DAY_CARE"}]%s}""";

  @Inject Clock clock;

  LocalDate today;

  @BeforeEach
  void day() {
    today = LocalDate.now(clock);
  }

  Response active(String type, String procedure) {
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("\"BLOCK\"", "\"" + type + "\"")
                .replace("DIRECT_AWARD", procedure)
                .replace("2026-04-01", today.minusYears(1).toString())
                .replace("2030-03-31", today.plusYears(2).toString()));
    Response awarded = Api.step(draft, "award", Api.award("Alder Ltd"));
    Response active = Api.step(awarded, "activate", null);
    active.then().statusCode(200);
    return active;
  }

  Response framework(String more) {
    Response contract = active("FRAMEWORK", "DIRECT_AWARD");
    settle(contract, LOTS.formatted(more)).then().statusCode(200).body("version", equalTo(1));
    return contract;
  }

  static String path(Response contract) {
    return "/v1/contracts/" + Api.id(contract);
  }

  static Response settle(Response contract, String terms) {
    return Api.keeper().body(terms).put(path(contract) + "/agreement");
  }

  static Response admit(Response contract, String lot, UUID provider, String name) {
    return Api.keeper()
        .body(
            "{\"lotId\":\"%s\",\"provider\":{\"providerId\":\"%s\",\"name\":\"%s\"}}"
                .formatted(lot, provider, name))
        .post(path(contract) + "/agreement/admissions");
  }

  void accredit(UUID id, long version, UUID provider, int level, LocalDate until, String status) {
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("authority", Api.AUTHORITY);
    state.put("providerId", provider.toString());
    state.put("serviceType", "HOME_CARE");
    state.put("level", level);
    state.put("validFrom", today.minusYears(1).toString());
    state.put("expiresOn", until.toString());
    state.put("status", status);
    if (!"GRANTED".equals(status)) {
      state.put("endedOn", today.toString());
    }
    String type =
        "GRANTED".equals(status) ? "provider.accredited.v1" : "provider.accreditation-withdrawn.v1";
    ProviderEvents.send(type, "accreditation", id, version, Api.AUTHORITY, state);
  }

  UUID admitted(Response contract, String name) {
    UUID provider = UUID.randomUUID();
    accredit(UUID.randomUUID(), 1, provider, 2, today.plusYears(1), "GRANTED");
    await().until(() -> admit(contract, "1", provider, name).statusCode() != 422);
    return provider;
  }

  String callOff(String route, String value, String more) {
    return """
        {"lotId":"1","route":"%s","reference":"%s","title":"Home care, Ashby",
         "value":{"amount":%s,"currency":"GBP"},"start":"%s","end":"%s"%s}"""
        .formatted(route, Api.reference(), value, today, today.plusYears(1), more);
  }

  static Response post(Response contract, String body) {
    return Api.keeper().body(body).post(path(contract) + "/call-offs");
  }

  static String to(UUID provider) {
    return ",\"providerId\":\"" + provider + "\",\"reason\":\"Only one in the valley\"";
  }
}
