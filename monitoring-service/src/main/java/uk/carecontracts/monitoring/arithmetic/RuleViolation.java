package uk.carecontracts.monitoring.arithmetic;

/** Placeholder until the kit is there. */
public class RuleViolation extends RuntimeException {
  private final String pointer;

  public RuleViolation(String code, String message, String pointer) {
    super(code + ": " + message);
    this.pointer = pointer;
  }

  public String pointer() {
    return pointer;
  }
}
