package uk.carecontracts.contracts.savings;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.planning.PlanningRecord;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What saves towards a programme.
 *
 * @param id identity
 * @param authority GSS code
 * @param programmeId the programme
 * @param title what is done
 * @param kind how it saves
 * @param contractId the contract it saves on
 * @param projectId the commissioning project it comes from
 * @param owner who answers for it
 * @param cashable whether a budget falls by it; avoided costs do not lower one
 * @param months pounds month by month
 * @param version raised by every change; also its entity tag
 */
public record SavingsInitiative(
    UUID id,
    String authority,
    UUID programmeId,
    String title,
    Kind kind,
    @Nullable UUID contractId,
    @Nullable UUID projectId,
    @Nullable String owner,
    boolean cashable,
    List<Month> months,
    long version)
    implements PlanningRecord {
  /** How something saves. */
  public enum Kind {
    /** A lower price. */
    PRICE,
    /** Volume at falling rates. */
    SLIDING_SCALE,
    /** An uplift asked for and not, or not wholly, given. */
    UPLIFT_AVOIDED,
    /** Less is bought. */
    VOLUME,
    /** The specification costs less. */
    SPECIFICATION,
    /** Bought together with others. */
    JOINT_PROCUREMENT,
    /** In-house instead of bought, or the other way round. */
    DELIVERY_MODEL,
    /** Anything else. */
    OTHER
  }

  /**
   * A month in pounds.
   *
   * @param month such as 2026-05
   * @param planned what was planned
   * @param forecast what is expected now
   * @param delivered what was really saved
   * @param evidence what shows it
   */
  public record Month(
      String month,
      @Nullable BigDecimal planned,
      @Nullable BigDecimal forecast,
      @Nullable BigDecimal delivered,
      @Nullable String evidence) {
    /** What the month comes to as far as is known: delivered, else forecast, else planned. */
    BigDecimal outlook() {
      if (delivered != null) {
        return delivered;
      }
      return forecast != null ? forecast : zero(planned);
    }

    static BigDecimal zero(@Nullable BigDecimal pounds) {
      return pounds == null ? BigDecimal.ZERO : pounds;
    }

    /** This month with what another says of it laid over. */
    Month over(Month other) {
      return new Month(
          month,
          other.planned == null ? planned : other.planned,
          other.forecast == null ? forecast : other.forecast,
          other.delivered == null ? delivered : other.delivered,
          other.evidence == null ? evidence : other.evidence);
    }
  }

  /** Copies and orders the months. */
  public SavingsInitiative {
    months =
        months == null
            ? List.of()
            : months.stream().sorted(Comparator.comparing(Month::month)).toList();
  }

  static SavingsInitiative begin(
      SavingsProgramme programme, SavingsRequests.InitiativeRequest request) {
    return new SavingsInitiative(
        Ids.next(),
        programme.authority(),
        programme.id(),
        request.title(),
        request.kind(),
        request.contractId(),
        request.projectId(),
        request.owner(),
        request.cashable() == null || request.cashable(),
        List.of(),
        1);
  }

  /** Lays months over those it has; what is delivered needs evidence and cannot lie ahead. */
  SavingsInitiative with(List<Month> said, SavingsProgramme programme, YearMonth now) {
    TreeMap<String, Month> all = new TreeMap<>();
    months.forEach(each -> all.put(each.month(), each));
    List<Month> checked = new ArrayList<>(said);
    for (int i = 0; i < checked.size(); i++) {
      Month each = checked.get(i);
      YearMonth month = YearMonth.parse(each.month());
      String pointer = "/months/" + i;
      if (month.isBefore(YearMonth.from(programme.terms().from()))
          || month.isAfter(YearMonth.from(programme.terms().to()))) {
        throw new RuleViolation(
            "MONTH_OUTSIDE", month + " is not within the programme.", pointer + "/month");
      }
      Month merged = all.containsKey(each.month()) ? all.get(each.month()).over(each) : each;
      if (merged.delivered() != null) {
        if (merged.evidence() == null || merged.evidence().isBlank()) {
          throw new RuleViolation(
              "EVIDENCE_MISSING",
              "What is delivered needs evidence, such as invoices.",
              pointer + "/evidence");
        }
        if (month.isAfter(now)) {
          throw new RuleViolation(
              "DAY_TO_COME", month + " is still to come.", pointer + "/delivered");
        }
      }
      all.put(each.month(), merged);
    }
    return new SavingsInitiative(
        id,
        authority,
        programmeId,
        title,
        kind,
        contractId,
        projectId,
        owner,
        cashable,
        List.copyOf(all.values()),
        version + 1);
  }
}
