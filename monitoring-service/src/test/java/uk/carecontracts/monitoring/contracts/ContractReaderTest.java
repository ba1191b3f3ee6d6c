package uk.carecontracts.monitoring.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.inbox.ReceivedEvent;

class ContractReaderTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static KnownContract read(String state) throws JsonProcessingException {
    return ContractReader.read(
        new ReceivedEvent(
            UUID.randomUUID(),
            "/contracts-service",
            "contract.activated.v1",
            "contract",
            UUID.randomUUID(),
            3,
            "E10000008",
            Instant.EPOCH,
            JSON.readTree(state),
            MissingNode.getInstance()));
  }

  @Test
  void the_lead_supplier_comes_first_whatever_the_order() throws JsonProcessingException {
    KnownContract contract =
        read(
            """
            {"status": "ACTIVE", "parties": [
              {"role": "SUBCONTRACTOR", "name": "Third"},
              {"role": "ALLIANCE_PARTNER", "name": "Second"},
              {"role": "LEAD_SUPPLIER", "name": "First",
               "providerId": "0191d3c5-0000-7000-8000-000000000000"}]}""");

    assertEquals("First", contract.providerName());
    assertEquals(UUID.fromString("0191d3c5-0000-7000-8000-000000000000"), contract.providerId());
    assertEquals(3, contract.version());
  }

  @Test
  void without_an_annual_value_the_total_is_spread_over_the_term() throws JsonProcessingException {
    String state =
        """
        {"status": "ACTIVE", "values": {"total": {"amount": 900000.00, "currency": "GBP"}},
         "dates": {"start": "2025-04-01", "end": "%s"}}""";

    assertEquals(new BigDecimal("299931.57"), read(state.formatted("2028-03-31")).annualValue());
    assertEquals(new BigDecimal("900000.00"), read(state.formatted("2025-06-30")).annualValue());
  }

  @Test
  void a_ceiling_is_no_value_of_a_year() throws JsonProcessingException {
    String state =
        """
        {"status": "ACTIVE", "type": "%s", "values": {
          "annual": {"amount": 41234567.89, "currency": "GBP"},
          "total": {"amount": 160000000.00, "currency": "GBP"}}}""";

    assertNull(read(state.formatted("FRAMEWORK")).annualValue());
    assertNull(read(state.formatted("DYNAMIC_MARKET")).annualValue());
    assertEquals(new BigDecimal("41234567.89"), read(state.formatted("BLOCK")).annualValue());
  }

  @Test
  void it_runs_until_the_ending_that_was_announced_or_came() throws JsonProcessingException {
    String state =
        """
        {"status": "%s", "dates": {"start": "2025-04-01", "end": "2028-03-31"},
         "values": {"total": {"amount": 900000.00, "currency": "GBP"}},
         "ending": {"date": "2026-06-30", "kind": "TERMINATION", "reason": "Notice"}}""";

    KnownContract announced = read(state.formatted("ACTIVE"));
    assertEquals(LocalDate.of(2026, 6, 30), announced.endsOn());
    assertEquals(
        new BigDecimal("299931.57"), announced.annualValue(), "spread over the term as agreed");
    assertEquals(LocalDate.of(2026, 6, 30), read(state.formatted("TERMINATED")).endsOn());
    assertEquals(
        LocalDate.of(2028, 3, 31), read(state.formatted("CANCELLED")).endsOn(), "it never ran");
  }

  @Test
  void a_sparse_contract_is_read_too() throws JsonProcessingException {
    KnownContract contract = read("{}");

    assertEquals("UNKNOWN", contract.status());
    assertNull(contract.providerId());
    assertNull(contract.annualValue());
    assertTrue(contract.clientGroups().isEmpty());
  }
}
