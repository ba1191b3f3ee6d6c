package uk.carecontracts.providers.engagement;

/** How an authority and providers met. */
public enum EngagementKind {
  /** Open to many providers. */
  FORUM,
  /** With one provider or a few. */
  MEETING,
  /** Between directors. */
  DIRECTOR_MEETING,
  /** About what care costs and what is paid for it. */
  COST_CONVERSATION,
  /** About something the authority is going to decide. */
  CONSULTATION
}
