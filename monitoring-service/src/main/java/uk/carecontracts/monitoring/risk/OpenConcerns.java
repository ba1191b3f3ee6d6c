package uk.carecontracts.monitoring.risk;

/**
 * Concerns that are open about a contract.
 *
 * @param low worries that need watching
 * @param moderate worries that need an answer
 * @param serious harm or a risk of it
 * @param safeguarding whether a serious one is about safeguarding
 */
public record OpenConcerns(int low, int moderate, int serious, boolean safeguarding) {
  /** No open concern. */
  public static final OpenConcerns NONE = new OpenConcerns(0, 0, 0, false);

  /** How many are open. */
  public int total() {
    return low + moderate + serious;
  }
}
