package uk.carecontracts.contracts.terms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of a contract.
 *
 * @param award day of the award
 * @param signature day it was signed
 * @param start first day of the service
 * @param end last day of the service
 * @param review day it is looked at again
 * @param noticeMonths notice in months
 */
public record ContractDates(
    @Nullable LocalDate award,
    @Nullable LocalDate signature,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    @Nullable LocalDate review,
    @Nullable @Min(0) @Max(120) Integer noticeMonths) {
  /** Nothing stated. */
  public static final ContractDates NONE = new ContractDates(null, null, null, null, null, null);

  /** Before it no contract of the register begins. */
  public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** After it no day is planned for; registers write 9999-12-31 where no end is agreed. */
  public static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  /** Why other days are refused, and what to state instead. */
  public static final String REACH =
      "The days of a contract lie between "
          + EARLIEST
          + " and "
          + LATEST
          + "; where no end is agreed, state the day by which the contract is decided on anew.";

  /** Whether a day, where it is stated, is one that a contract can have. */
  public static boolean isWithinReach(@Nullable LocalDate day) {
    return day == null || (!day.isBefore(EARLIEST) && !day.isAfter(LATEST));
  }

  /** The same dates with the award. */
  public ContractDates awarded(LocalDate awardDay, @Nullable LocalDate signatureDay) {
    return new ContractDates(
        awardDay,
        signatureDay == null ? signature : signatureDay,
        start,
        end,
        review,
        noticeMonths);
  }

  /** The same dates with another term. */
  public ContractDates running(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new ContractDates(
        award,
        signature,
        first == null ? start : first,
        last == null ? end : last,
        review,
        noticeMonths);
  }

  /** Whether both ends of the term are known and in the wrong order. */
  public boolean endBeforeStart() {
    return start != null && end != null && end.isBefore(start);
  }
}
