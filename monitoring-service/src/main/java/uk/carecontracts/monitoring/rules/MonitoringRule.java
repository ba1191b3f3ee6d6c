package uk.carecontracts.monitoring.rules;

/** The rules that have a dated value. */
public enum MonitoringRule {
  /** Months a view of a provider's finances counts. */
  FINANCIAL_STANDING_MONTHS,
  /** Months from an inspection report during which its judgement is relied on. */
  RELIANCE_MONTHS,
  /** Days a provider has to challenge the facts of a draft assessment. */
  CHALLENGE_DAYS,
  /** Days from publication until every shortfall has an action. */
  ACTION_PLAN_DAYS,
  /** Days before the due day of an agreed action on which it is called to mind. */
  ACTION_REMINDER_DAYS,
  /** Months from publication to the re-audit of an assessment with shortfalls. */
  RE_AUDIT_MONTHS,
  /** Months of feedback that risk and reviews look at. */
  VOICE_MONTHS,
  /** Fewest answers before the share of favourable feedback says anything. */
  VOICE_FEWEST,
  /** Groups smaller than this are not shown, so that nobody is recognised. */
  SMALLEST_GROUP,
  /** Months without any use after which an indicator is proposed for retirement. */
  UNUSED_MONTHS,
  /** Percent from which an assessment is excellent. */
  BAND_EXCELLENT,
  /** Percent from which an assessment is good. */
  BAND_GOOD,
  /** Percent from which an assessment only requires improvement. */
  BAND_REQUIRES_IMPROVEMENT
}
