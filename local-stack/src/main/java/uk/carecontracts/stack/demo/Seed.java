package uk.carecontracts.stack.demo;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Chance that falls the same way in every run: the same name always draws the same numbers. */
final class Seed {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Seed() {}

  /** A source of numbers of its own for what these names together stand for. */
  static Random of(Object... names) {
    long hash = OFFSET;
    for (Object name : names) {
      for (byte each : name.toString().getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ each) * PRIME;
      }
      hash = (hash ^ 0x1f) * PRIME;
    }
    return new Random(hash ^ (hash >>> 32));
  }
}
