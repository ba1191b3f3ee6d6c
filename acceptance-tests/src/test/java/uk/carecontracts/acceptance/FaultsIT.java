package uk.carecontracts.acceptance;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.stack.infrastructure.Role;

/** What happens when something dies. */
class FaultsIT {
  private static final String BOLTON = "E08000001";
  private static final int NOTICES = 3000;
  private static final StackUnderTest STACK = StackUnderTest.get();

  private final Api contracts = Api.as(STACK, Role.CONTRACTS, BOLTON);

  @Test
  void aServiceKilledInTheMiddleOfAnImportFinishesItAfterItsRestart() {
    JsonPath accepted =
        contracts
            .call()
            .contentType("application/json")
            .body(notices())
            .post("/v1/contract-imports?format=CONTRACTS_FINDER_NOTICES")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath();
    String job = "/v1/contract-imports/" + accepted.getString("id");
    Api.eventually(() -> contracts.get(job).getInt("rows.read") > 0);
    ProcessHandle service = STACK.process("contracts");
    service.destroyForcibly();
    service.onExit().join();
    int read = readWhenBack(job);
    System.out.println("killed after " + read + " of " + NOTICES + " rows");
    assertTrue(read < NOTICES, "it was killed in the middle");
    JsonPath done = contracts.finished(job);
    assertEquals("COMPLETED", done.getString("status"));
    assertEquals(NOTICES, done.getInt("rows.created"), "nothing lost, nothing twice");
    JsonPath again =
        contracts.imported(
            "/v1/contract-imports?format=CONTRACTS_FINDER_NOTICES",
            notices().getBytes(StandardCharsets.UTF_8));
    assertEquals(NOTICES, again.getInt("rows.unchanged"));
  }

  @Test
  void aDeadServiceIsAProblemOfTheGatewayAndTheOthersGoOn() {
    Api monitoring = Api.as(STACK, Role.MONITORING, BOLTON);
    ProcessHandle service = STACK.process("monitoring");
    service.destroyForcibly();
    service.onExit().join();
    int status = monitoring.call().get("/v1/monitoring-plans").statusCode();
    assertTrue(Set.of(502, 503, 504).contains(status), "answered " + status);
    contracts.call().get("/v1/contracts?limit=1").then().statusCode(200);
    Api.eventually(() -> monitoring.call().get("/v1/monitoring-plans").statusCode() == 200);
    monitoring.call().get("/health").then().statusCode(200).body("status", equalTo("UP"));
  }

  private int readWhenBack(String job) {
    Api.eventually(() -> contracts.call().get(job).statusCode() == 200);
    return contracts.get(job).getInt("rows.read");
  }

  private static String notices() {
    StringBuilder file = new StringBuilder("{\"meta\":{},\"stats\":{},\"contracts\":[");
    for (int i = 0; i < NOTICES; i++) {
      file.append(i == 0 ? "" : ",").append(notice(i));
    }
    return file.append("]}").toString();
  }

  private static String notice(int i) {
    return """
        {"id":"%s","title":"Homecare round %d","description":"Visits","organisation":"Bolton Council",\
        "status":"awarded","notice_type":"Contract","published_date":"2026-01-05",\
        "deadline_date":"2025-11-01","awarded_date":"2026-01-04","value_low":1000,"value_high":0,\
        "awarded_value":%d,"awarded_supplier":"Round %d Care Ltd","awarded_to_sme":true,\
        "cpv_codes":"85312000","cpv_description":"Social work","region":"North West","postcode":"",\
        "suitable_for_sme":true,"url":"https://example.org/%d"}"""
        .formatted(
            UUID.nameUUIDFromBytes(("round" + i).getBytes(StandardCharsets.UTF_8)),
            i,
            1000 + i,
            i % 50,
            i);
  }
}
