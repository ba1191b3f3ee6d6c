package uk.carecontracts.kit.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** UUID version 7 keys (RFC 9562, 5.7): ordered by time, so that indexes grow at one end. */
public final class Ids {
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new identifier, later than every one this process gave before. */
  public static UUID next() {
    return GENERATOR.generate();
  }

  /** The same identifier for the same name, for things another system already names. */
  public static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
