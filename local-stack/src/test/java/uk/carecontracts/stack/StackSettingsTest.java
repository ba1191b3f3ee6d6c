package uk.carecontracts.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackSettingsTest {

  @Test
  void servicesThatSomebodyElseRunsAreLeftOutAndTheirPortsAreFree() {
    StackSettings settings = new StackSettings(Map.of("STACK_WITHOUT", " contracts gateway "));
    assertEquals(List.of("providers", "monitoring"), settings.services());
    assertFalse(settings.ports().containsKey("gateway"));
  }

  @Test
  void everythingRunsUnlessToldOtherwise() {
    assertEquals(
        List.of("contracts", "providers", "monitoring", "gateway"),
        new StackSettings(Map.of()).services());
  }

  @Test
  void whatIsNoServiceIsRefused() {
    StackSettings settings = new StackSettings(Map.of("STACK_WITHOUT", "contract"));
    assertThrows(IllegalArgumentException.class, settings::services);
  }
}
