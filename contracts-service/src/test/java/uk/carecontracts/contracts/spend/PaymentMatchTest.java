package uk.carecontracts.contracts.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.spend.PaymentMatch.Candidate;

class PaymentMatchTest {
  private static final LocalDate START = LocalDate.of(2024, 4, 1);
  private static final LocalDate END = LocalDate.of(2025, 3, 31);
  private static final LocalDate DAY = LocalDate.of(2024, 9, 9);

  private static Candidate contract(
      int no, LocalDate start, LocalDate end, @Nullable String proclass, boolean identified) {
    return new Candidate(
        new UUID(0, no), start, end, end.plusDays(30), proclass, identified, false);
  }

  private static void expect(
      PaymentStatus status, MatchReason reason, @Nullable Integer contract, PaymentMatch match) {
    UUID id = contract == null ? null : new UUID(0, contract);
    assertEquals(new PaymentMatch(status, reason, id), match);
  }

  @Test
  void a_supplier_without_a_contract_is_off_contract() {
    expect(
        PaymentStatus.OFF_CONTRACT,
        MatchReason.NO_CONTRACT,
        null,
        PaymentMatch.decide(DAY, null, List.of()));
  }

  @Test
  void identifiers_come_before_names() {
    expect(
        PaymentStatus.MATCHED,
        MatchReason.IDENTIFIER,
        2,
        PaymentMatch.decide(
            DAY,
            null,
            List.of(contract(1, START, END, null, false), contract(2, START, END, null, true))));
    expect(
        PaymentStatus.MATCHED,
        MatchReason.NAME,
        1,
        PaymentMatch.decide(DAY, null, List.of(contract(1, START, END, null, false))));
  }

  @Test
  void the_category_tells_between_contracts_and_otherwise_nothing_does() {
    List<Candidate> two =
        List.of(contract(1, START, END, "321014", true), contract(2, START, END, "321017", true));
    expect(
        PaymentStatus.MATCHED,
        MatchReason.IDENTIFIER_AND_CATEGORY,
        2,
        PaymentMatch.decide(DAY, "321017", two));
    expect(
        PaymentStatus.AMBIGUOUS,
        MatchReason.SEVERAL_CONTRACTS,
        null,
        PaymentMatch.decide(DAY, "321000", two));
    expect(
        PaymentStatus.AMBIGUOUS,
        MatchReason.SEVERAL_CONTRACTS,
        null,
        PaymentMatch.decide(DAY, null, two));
  }

  @Test
  void an_ended_contract_takes_payments_until_its_invoices_are_due_unless_another_runs() {
    List<Candidate> old = List.of(contract(1, START, END, null, true));
    expect(
        PaymentStatus.MATCHED,
        MatchReason.IDENTIFIER,
        1,
        PaymentMatch.decide(END.plusDays(30), null, old));
    expect(
        PaymentStatus.OFF_CONTRACT,
        MatchReason.OUTSIDE_CONTRACT_DATES,
        null,
        PaymentMatch.decide(END.plusDays(31), null, old));
    expect(
        PaymentStatus.OFF_CONTRACT,
        MatchReason.OUTSIDE_CONTRACT_DATES,
        null,
        PaymentMatch.decide(START.minusDays(1), null, old));
    expect(
        PaymentStatus.MATCHED,
        MatchReason.IDENTIFIER,
        2,
        PaymentMatch.decide(
            END.plusDays(10),
            null,
            List.of(
                contract(1, START, END, null, true),
                contract(2, END.plusDays(1), END.plusYears(1), null, true))));
  }

  @Test
  void what_a_keeper_assigned_comes_first_while_it_is_in_date() {
    Candidate assigned =
        new Candidate(new UUID(0, 9), START, END, END.plusDays(30), null, true, true);
    List<Candidate> both = List.of(contract(1, START, END, null, true), assigned);
    expect(PaymentStatus.MATCHED, MatchReason.ASSIGNED, 9, PaymentMatch.decide(DAY, null, both));
    expect(
        PaymentStatus.OFF_CONTRACT,
        MatchReason.OUTSIDE_CONTRACT_DATES,
        null,
        PaymentMatch.decide(END.plusYears(1), null, both));
  }

  @Provide
  Arbitrary<List<Candidate>> candidates() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(-400, 400),
            Arbitraries.integers().between(0, 400),
            Arbitraries.of("321014", "321017"),
            Arbitraries.of(true, false))
        .as(
            (no, from, days, proclass, identified) ->
                contract(no, DAY.plusDays(from), DAY.plusDays(from + days), proclass, identified))
        .list()
        .ofMaxSize(5);
  }

  @Property
  void a_match_is_always_a_candidate_in_date_and_its_order_does_not_matter(
      @ForAll("candidates") List<Candidate> candidates, @ForAll @IntRange(max = 1) int category) {
    String proclass = category == 0 ? "321014" : null;
    PaymentMatch match = PaymentMatch.decide(DAY, proclass, candidates);
    assertEquals(
        match.status() == PaymentStatus.MATCHED, match.contractId() != null, match::toString);
    if (match.contractId() != null) {
      assertTrue(
          candidates.stream()
              .anyMatch(each -> each.contractId().equals(match.contractId()) && each.settles(DAY)));
    }
    List<Candidate> reversed = new java.util.ArrayList<>(candidates);
    java.util.Collections.reverse(reversed);
    assertEquals(match, PaymentMatch.decide(DAY, proclass, reversed));
  }
}
