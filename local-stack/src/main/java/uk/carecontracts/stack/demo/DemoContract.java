package uk.carecontracts.stack.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A contract of the demo.
 *
 * @param reference unique and the same in every run, such as LCC-HC-001
 * @param authority whose it is
 * @param service what it buys
 * @param line the line of the programme it comes from
 * @param title its title
 * @param area where it holds
 * @param suppliers who supplies, the lead first; empty while nobody is chosen
 * @param annual annual value in pounds
 * @param dates its days
 */
record DemoContract(
    String reference,
    DemoAuthority authority,
    DemoService service,
    ProgrammeLine line,
    String title,
    String area,
    List<DemoProvider> suppliers,
    BigDecimal annual,
    Dates dates) {

  /**
   * Days of a contract.
   *
   * @param award the decision
   * @param signature the signature
   * @param start first day
   * @param end last day
   * @param review when it is next looked at
   * @param ending day on which it was ended early, where it was
   * @param noticeMonths months of notice
   */
  record Dates(
      LocalDate award,
      LocalDate signature,
      LocalDate start,
      LocalDate end,
      LocalDate review,
      LocalDate ending,
      int noticeMonths) {}

  /** Value over the whole term. */
  BigDecimal total() {
    return annual.multiply(BigDecimal.valueOf(line.years()));
  }

  /** Whether its providers are asked for returns here. */
  boolean monitored() {
    return line.stage() == Stage.ACTIVE && !line.promisesTermsOnly();
  }
}
