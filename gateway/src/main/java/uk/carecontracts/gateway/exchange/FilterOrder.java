package uk.carecontracts.gateway.exchange;

/** The order of what happens to every request; the highest comes first. */
public final class FilterOrder {
  /** The record of the request begins; before Quarkus answers a CORS preflight (300). */
  public static final int BEGIN = 1000;

  /** The token is verified. */
  public static final int IDENTIFY = 90;

  /** The request is counted. */
  public static final int COUNT = 80;

  /** Who may not come in is turned away. */
  public static final int ADMIT = 70;

  private FilterOrder() {}
}
