package uk.carecontracts.monitoring.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitKeyTest {
  private static final String DEVON = "E10000008";

  /** As migration V26 works them out in SQL for visits that were held before. */
  @ParameterizedTest
  @CsvSource({
    "V100001, 8fe02a82-5272-236d-d1dd-64eb000186a1",
    "V100002, 8fe02a82-5272-236d-d1dd-64eb000186a2",
    "V-007, ede26398-3974-632e-9571-939400000007",
    "1234567890123, b932c988-c8fb-aeb8-d3f6-cf9b21d950cb",
    "n\u00e9, 4ab121e8-1100-21f4-080d-d31100000000"
  })
  void keys_are_what_the_migration_made_them(String visitId, UUID key) {
    assertEquals(key, VisitKey.of(DEVON, visitId));
  }

  @Property
  void ids_that_count_up_are_neighbours(
      @ForAll @StringLength(max = 6) String stem, @ForAll @IntRange(max = 999_998) int number) {
    UUID one = VisitKey.of(DEVON, stem + "%06d".formatted(number));
    UUID next = VisitKey.of(DEVON, stem + "%06d".formatted(number + 1));
    Assume.that(stem.isEmpty() || !Character.isDigit(stem.charAt(stem.length() - 1)));

    assertEquals(one.getMostSignificantBits(), next.getMostSignificantBits());
    assertEquals(one.getLeastSignificantBits() + 1, next.getLeastSignificantBits());
  }

  @Property
  void different_ids_and_different_authorities_have_different_keys(
      @ForAll @StringLength(min = 1, max = 14) @CharRange(from = '0', to = '3') @Chars({'A', ':'})
          String one,
      @ForAll @StringLength(min = 1, max = 14) @CharRange(from = '0', to = '3') @Chars({'A', ':'})
          String other) {
    assertNotEquals(VisitKey.of(DEVON, one), VisitKey.of("E10000009", one));
    Assume.that(!one.equals(other));
    assertNotEquals(VisitKey.of(DEVON, one), VisitKey.of(DEVON, other));
  }
}
