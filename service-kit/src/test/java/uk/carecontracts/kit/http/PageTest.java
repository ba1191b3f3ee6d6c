package uk.carecontracts.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.kit.problem.ProblemException;

class PageTest {
  private static final List<UUID> LIST =
      IntStream.range(0, 7).mapToObj(i -> new UUID(0, i)).toList();

  private static List<UUID> following(@Nullable UUID id, int most) {
    return LIST.stream().skip(id == null ? 0 : LIST.indexOf(id) + 1).limit(most).toList();
  }

  private static Page<UUID> page(@Nullable String cursor, @Nullable Integer limit) {
    return Page.byId("list", cursor, limit, PageTest::following, id -> id);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8})
  void pages_follow_each_other_without_gap_or_repetition(int limit) {
    List<UUID> read = new ArrayList<>();
    String next = null;
    do {
      Page<UUID> page = page(next, limit);
      read.addAll(page.items());
      next = page.next();
    } while (next != null);
    assertEquals(LIST, read);
  }

  @Test
  void without_a_limit_a_page_has_fifty() {
    assertEquals(LIST, page(null, null).items());
  }

  @Test
  void a_place_is_read_back_as_what_it_was() {
    LocalDate day = LocalDate.of(2026, 11, 22);
    Instant moment = Instant.parse("2026-11-22T09:30:00.123456Z");
    BigDecimal score = new BigDecimal("42.50");
    Cursor place = Cursor.after("list", day, 7L, LIST.get(0), moment, score);
    assertEquals(day, place.day(0));
    assertEquals(7, place.number(1));
    assertEquals(LIST.get(0), place.id(2));
    assertEquals(moment, place.moment(3));
    assertEquals(score, place.decimal(4));
  }

  @Test
  void a_cursor_made_by_hand_or_by_another_list_is_refused() {
    for (Cursor foreign :
        List.of(Cursor.after("list", "no id"), Cursor.after("other", LIST.get(0)))) {
      assertThrows(ProblemException.class, () -> page(foreign.text(), 2));
    }
    assertThrows(ProblemException.class, () -> page(null, 0));
    Cursor forged = Cursor.after("list", "soon");
    assertThrows(ProblemException.class, () -> forged.day(0));
    assertThrows(ProblemException.class, () -> forged.number(0));
    assertThrows(ProblemException.class, () -> forged.moment(0));
    assertThrows(ProblemException.class, () -> forged.decimal(0));
  }
}
