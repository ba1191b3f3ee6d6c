package uk.carecontracts.providers.statements;

/** The sections of a statement, in their order. */
public enum SectionCode {
  /** Who needs care, and how that grows. */
  NEEDS("What people will need"),
  /** What care there is, and of what quality. */
  SUPPLY("What there is"),
  /** Demand held against what there is. */
  FORECAST("What will be missing"),
  /** What care costs the authority. */
  PRICES("What we pay"),
  /** Contracts that end, so that others may come. */
  PIPELINE("What comes to the market"),
  /** What the authority wants more of, and less. */
  INTENTIONS("What we intend");

  private final String heading;

  SectionCode(String heading) {
    this.heading = heading;
  }

  /** The heading when officers give no other. */
  String heading() {
    return heading;
  }
}
