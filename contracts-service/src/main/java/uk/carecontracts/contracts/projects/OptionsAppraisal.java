package uk.carecontracts.contracts.projects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * Options scored against weighted criteria. There is no prior assumption for or against doing it
 * in-house: both must be among the options.
 *
 * @param criteria what counts and how much
 * @param options what could be done
 * @param chosen code of the option chosen
 * @param reason why, needed when it is not the one with the best score
 */
public record OptionsAppraisal(
    @NotEmpty @Valid @Size(max = 30) List<Criterion> criteria,
    @NotEmpty @Valid @Size(max = 20) List<Option> options,
    @Nullable @Size(max = 60) String chosen,
    @Nullable @Size(max = 4000) String reason) {
  /**
   * Something that counts.
   *
   * @param code its code
   * @param title what it is
   * @param weight how much it counts, against the other weights
   */
  public record Criterion(
      @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String code,
      @NotBlank @Size(max = 300) String title,
      @NotNull @DecimalMin("0") @DecimalMax("1000") BigDecimal weight) {}

  /** Who does the work. */
  public enum Delivery {
    /** The authority itself. */
    IN_HOUSE,
    /** Others, under a contract. */
    OUTSOURCED,
    /** Both. */
    MIXED,
    /** Others, with a grant. */
    GRANT,
    /** Nothing is done, or as now. */
    NO_CHANGE
  }

  /**
   * Something that could be done.
   *
   * @param code its code
   * @param title what it is
   * @param delivery who would do the work
   * @param annualCost what it would cost a year
   * @param scores 0 to 10 for each criterion, by its code
   * @param rationale why it is scored like this
   */
  public record Option(
      @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String code,
      @NotBlank @Size(max = 300) String title,
      @NotNull Delivery delivery,
      @Nullable Money annualCost,
      @NotEmpty Map<String, @NotNull @DecimalMin("0") @DecimalMax("10") BigDecimal> scores,
      @Nullable @Size(max = 4000) String rationale) {
    /** Copies the scores. */
    public Option {
      scores = scores == null ? Map.of() : Map.copyOf(scores);
    }
  }

  /** Copies. */
  public OptionsAppraisal {
    criteria = criteria == null ? List.of() : List.copyOf(criteria);
    options = options == null ? List.of() : List.copyOf(options);
  }

  /** Refuses an appraisal that cannot be added up or leaves a side out. */
  OptionsAppraisal checked() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      requireNew(codes, option.code(), "/options/" + i + "/code");
      Set<String> wanted = new HashSet<>(criteria.stream().map(Criterion::code).toList());
      if (!option.scores().keySet().equals(wanted)) {
        throw new RuleViolation(
            "SCORES_INCOMPLETE",
            option.code() + " needs a score for each of " + new TreeSet<>(wanted) + ".",
            "/options/" + i + "/scores");
      }
    }
    Set<String> criterionCodes = new HashSet<>();
    for (int i = 0; i < criteria.size(); i++) {
      requireNew(criterionCodes, criteria.get(i).code(), "/criteria/" + i + "/code");
    }
    if (criteria.stream().allMatch(each -> each.weight().signum() == 0)) {
      throw new RuleViolation("WEIGHTS_NOUGHT", "No criterion has any weight.", "/criteria");
    }
    if (!has(Delivery.IN_HOUSE) || !(has(Delivery.OUTSOURCED) || has(Delivery.GRANT))) {
      throw new RuleViolation(
          "ONE_SIDED_APPRAISAL",
          "An in-house option and one delivered by others must both be appraised.",
          "/options");
    }
    checkChoice(codes);
    return this;
  }

  private static void requireNew(Set<String> codes, String code, String pointer) {
    if (!codes.add(code)) {
      throw new RuleViolation("CODE_TWICE", code + " stands twice.", pointer);
    }
  }

  private boolean has(Delivery delivery) {
    return options.stream().anyMatch(each -> each.delivery() == delivery);
  }

  private void checkChoice(Set<String> codes) {
    if (chosen == null) {
      return;
    }
    if (!codes.contains(chosen)) {
      throw new RuleViolation("OPTION_UNKNOWN", chosen + " is none of the options.", "/chosen");
    }
    String best = AppraisalResult.of(this).ranking().get(0).code();
    if (!best.equals(chosen) && (reason == null || reason.isBlank())) {
      throw new RuleViolation(
          "CHOICE_NEEDS_REASON",
          best + " has the best score; say why " + chosen + " is chosen.",
          "/reason");
    }
  }
}
