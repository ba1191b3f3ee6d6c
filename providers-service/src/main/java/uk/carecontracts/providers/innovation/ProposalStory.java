package uk.carecontracts.providers.innovation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/** What happens to a proposal, step by step. */
public final class ProposalStory {

  private ProposalStory() {}

  /**
   * A part of a specification that adds cost but little outcome.
   *
   * @param contractId the contract whose specification asks for it
   * @param requirement what the specification asks for
   * @param annualCost what it costs a year
   * @param effect how much it does for people
   * @param instead what would do instead
   */
  @Schema(name = "ProposedElement")
  public record Element(
      @Nullable UUID contractId,
      String requirement,
      Money annualCost,
      ProposalForms.Effect effect,
      @Nullable String instead) {

    static @Nullable Element of(ProposalForms.@Nullable Element form) {
      return form == null
          ? null
          : new Element(
              form.contractId(),
              form.requirement(),
              Money.gbp(form.annualCost()),
              form.effect(),
              form.instead());
    }
  }

  /** What triage decided. */
  @Schema(name = "TriageDecision")
  public record Triage(boolean takenForward, String reason, String by, LocalDate on) {}

  /**
   * A business case with its arithmetic.
   *
   * @param investment needed once
   * @param annualSaving saved a year
   * @param annualRunningCost to keep it going, a year
   * @param netSaving saving less running cost, a year
   * @param years how long it is reckoned to last
   * @param paybackYears investment ÷ net saving, to two places; absent when it never pays back
   * @param netBenefit net saving over all years less the investment, not discounted
   * @param outcomes what it does for people
   * @param risks what may go wrong
   * @param by who made it
   * @param on when
   * @param explanation the arithmetic in words
   */
  @Schema(name = "BusinessCase")
  public record Case(
      Money investment,
      Money annualSaving,
      Money annualRunningCost,
      Money netSaving,
      int years,
      @Nullable BigDecimal paybackYears,
      Money netBenefit,
      String outcomes,
      String risks,
      String by,
      LocalDate on,
      String explanation) {

    static Case of(ProposalForms.Case form, String by, LocalDate on) {
      BigDecimal net = form.annualSaving().subtract(form.annualRunningCost());
      BigDecimal benefit =
          net.multiply(BigDecimal.valueOf(form.years())).subtract(form.investment());
      BigDecimal payback =
          net.signum() <= 0
              ? null
              : form.investment()
                  .divide(net, MathContext.DECIMAL64)
                  .setScale(2, RoundingMode.HALF_UP);
      return new Case(
          Money.gbp(form.investment()),
          Money.gbp(form.annualSaving()),
          Money.gbp(form.annualRunningCost()),
          Money.gbp(net),
          form.years(),
          payback,
          Money.gbp(benefit),
          form.outcomes(),
          form.risks(),
          by,
          on,
          "(£%s saved − £%s running cost) × %d years − £%s invested = £%s; %s"
              .formatted(
                  Money.gbp(form.annualSaving()).amount().toPlainString(),
                  Money.gbp(form.annualRunningCost()).amount().toPlainString(),
                  form.years(),
                  Money.gbp(form.investment()).amount().toPlainString(),
                  Money.gbp(benefit).amount().toPlainString(),
                  payback == null
                      ? "it never pays back"
                      : "it pays back in " + payback.toPlainString() + " years"));
    }
  }

  /** What was set aside for a proposal. */
  @Schema(name = "InnovationAward")
  public record Award(
      @Nullable UUID fundId, Money amount, String reason, String by, LocalDate on) {}

  /** The trial of a proposal. */
  @Schema(name = "Pilot")
  public record Pilot(LocalDate startsOn, LocalDate endsOn, String measures) {}

  /** What a trial found. */
  @Schema(name = "PilotOutcome")
  public record Result(
      ProposalForms.Conclusion conclusion,
      String findings,
      Money unspent,
      String by,
      LocalDate on) {}

  /** What a proposal brought in a time. */
  @Schema(name = "Benefit")
  public record Benefit(
      String period, Money saved, Money repaid, String evidence, String by, LocalDate on) {}

  /** Benefits as one stored value. */
  record Benefits(List<Benefit> items) {
    BigDecimal repaid() {
      return items.stream()
          .map(each -> each.repaid().amount())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal saved() {
      return items.stream()
          .map(each -> each.saved().amount())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }
}
