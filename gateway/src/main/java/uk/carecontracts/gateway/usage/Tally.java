package uk.carecontracts.gateway.usage;

/**
 * What became of some requests.
 *
 * @param requests all of them
 * @param failed of these, answered with 4xx or 5xx other than by the rate limit
 * @param refused of these, refused by the rate limit
 */
record Tally(long requests, long failed, long refused) {
  static final Tally NONE = new Tally(0, 0, 0);

  /** One request with this status. */
  static Tally of(int status, boolean overLimit) {
    return new Tally(1, status >= 400 && !overLimit ? 1 : 0, overLimit ? 1 : 0);
  }

  Tally plus(Tally other) {
    return new Tally(requests + other.requests, failed + other.failed, refused + other.refused);
  }
}
