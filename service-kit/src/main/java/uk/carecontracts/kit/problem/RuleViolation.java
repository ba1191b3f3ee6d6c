package uk.carecontracts.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem.Violation;

/** A rule of the domain says no (422): the request was understood, but it may not happen. */
public final class RuleViolation extends RuntimeException {
  private final String code;
  private final transient List<Violation> violations;

  /** One reason. */
  public RuleViolation(String code, String message) {
    this(code, message, (String) null);
  }

  /** One reason at a place in the body. */
  public RuleViolation(String code, String message, @Nullable String pointer) {
    this(code, List.of(new Violation(pointer, message)));
  }

  /** Every reason at once, so that the caller mends all in one go. */
  public RuleViolation(String code, List<Violation> violations) {
    super(String.join(" ", violations.stream().map(Violation::message).toList()));
    this.code = code;
    this.violations = List.copyOf(violations);
  }

  /** The stable code of the rule. */
  public String code() {
    return code;
  }

  /** The human reasons, place by place. */
  public List<Violation> violations() {
    return violations;
  }
}
