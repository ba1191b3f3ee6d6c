package uk.carecontracts.providers.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HierarchyTest {

  @Test
  void theOneAtTheTopIsFoundThroughOthersOnTheDay() {
    Hierarchy hierarchy =
        new Hierarchy(
            List.of(step(1, 2, 2010, 2020), step(2, 3, 2012, null), step(1, 4, 2020, null)));
    assertEquals(id(2), hierarchy.top(id(1), day(2011)));
    assertEquals(id(3), hierarchy.top(id(1), day(2015)));
    assertEquals(id(4), hierarchy.top(id(1), day(2020)));
    assertEquals(id(9), hierarchy.top(id(9), day(2020)));
    assertEquals(Set.of(id(1), id(2), id(3)), hierarchy.group(id(3), day(2015)));
    assertEquals(Set.of(id(2), id(3)), hierarchy.group(id(3), day(2021)));
  }

  @Test
  void aCycleIsOneOnlyWhileAllItsStepsHold() {
    Hierarchy hierarchy = new Hierarchy(List.of(step(1, 2, 2010, 2020), step(2, 3, 2015, null)));
    assertTrue(hierarchy.closesCycle(step(3, 1, 2018, null)));
    assertFalse(hierarchy.closesCycle(step(3, 1, 2020, null)));
    assertFalse(hierarchy.closesCycle(step(3, 1, 2011, 2015)));
    assertTrue(hierarchy.closesCycle(step(2, 1, 2019, 2025)));
  }

  @Property(tries = 500)
  void whatIsAcceptedStepByStepNeverHoldsACycleOnAnyDay(@ForAll long seed) {
    Random random = new Random(seed);
    List<Hierarchy.Step> accepted = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      int from = 2000 + random.nextInt(20);
      Integer to = random.nextInt(3) == 0 ? null : from + 1 + random.nextInt(8);
      Hierarchy.Step step = step(random.nextInt(6), random.nextInt(6), from, to);
      Hierarchy hierarchy = new Hierarchy(accepted);
      if (!hierarchy.closesCycle(step) && hierarchy.overlapping(step).isEmpty()) {
        accepted.add(step);
      }
    }
    for (int year = 2000; year < 2035; year++) {
      for (int node = 0; node < 6; node++) {
        Set<UUID> seen = new HashSet<>();
        UUID at = id(node);
        while (at != null) {
          assertTrue(seen.add(at), "a cycle in " + year + " of " + accepted);
          at = parent(accepted, at, day(year));
        }
      }
    }
  }

  private static @Nullable UUID parent(List<Hierarchy.Step> steps, UUID child, LocalDate day) {
    return steps.stream()
        .filter(step -> step.child().equals(child))
        .filter(step -> !step.from().isAfter(day))
        .filter(step -> step.to() == null || step.to().isAfter(day))
        .map(Hierarchy.Step::parent)
        .findFirst()
        .orElse(null);
  }

  private static Hierarchy.Step step(int child, int parent, int from, @Nullable Integer to) {
    return new Hierarchy.Step(
        UUID.randomUUID(), id(child), id(parent), day(from), to == null ? null : day(to));
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static LocalDate day(int year) {
    return LocalDate.of(year, 1, 1);
  }
}
