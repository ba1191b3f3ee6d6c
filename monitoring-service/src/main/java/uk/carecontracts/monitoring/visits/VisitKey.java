package uk.carecontracts.monitoring.visits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What identifies a visit over all months, derived from the authority and the sender's visit id: 96
 * bits of a hash of all but the id's last digits, and those digits as a number. Ids that count up,
 * which is how most systems make them, become neighbours: taking a file of them in touches a few
 * pages of the index of keys instead of another one for each visit.
 */
final class VisitKey {
  /** As many digits as fit 32 bits whatever they are. */
  private static final int MOST_DIGITS = 9;

  private VisitKey() {}

  static UUID of(String authority, String visitId) {
    int stem = visitId.length();
    while (stem > 0 && visitId.length() - stem < MOST_DIGITS && isDigit(visitId.charAt(stem - 1))) {
      stem--;
    }
    int digits = visitId.length() - stem;
    long number = digits == 0 ? 0 : Long.parseLong(visitId, stem, visitId.length(), 10);
    ByteBuffer hash = hash("visit:" + authority + ":" + digits + ":" + visitId.substring(0, stem));
    return new UUID(hash.getLong(), ((long) hash.getInt() << Integer.SIZE) | number);
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static ByteBuffer hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }
}
