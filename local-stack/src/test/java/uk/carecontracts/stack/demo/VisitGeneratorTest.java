package uk.carecontracts.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitGeneratorTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  private static String visits() throws IOException {
    DemoContract contract =
        ContractGenerator.contracts(Catalogue.read(), LocalDate.of(2026, 6, 1)).stream()
            .filter(DemoContract::monitored)
            .findFirst()
            .orElseThrow();
    ObjectNode plan = JsonNodeFactory.instance.objectNode();
    plan.put("id", UUID.randomUUID().toString());
    plan.put("providerId", UUID.randomUUID().toString());
    StringWriter text = new StringWriter();
    VisitGenerator.write(text, MonitoredPlan.read(contract, plan, FIRST), FIRST, 365, 2000);
    return text.toString();
  }

  @Test
  void visits_are_the_same_in_every_run_and_have_every_column() throws IOException {
    String once = visits();
    List<String> lines = once.lines().toList();

    assertEquals(once, visits());
    assertEquals(2000, lines.size());
    int columns = VisitGenerator.HEADER.split(",", -1).length;
    assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == columns));
    assertEquals(2000, lines.stream().map(line -> line.split(",")[0]).distinct().count());
    long delivered = lines.stream().filter(line -> line.contains(",DELIVERED,")).count();
    assertTrue(delivered > 1800 && delivered < 2000, delivered + " delivered");
    assertTrue(lines.get(1999).contains("T"), lines.get(1999));
  }
}
