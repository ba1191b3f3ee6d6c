package uk.carecontracts.monitoring.visits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format (documentation of COPY, "Binary Format"): nothing is
 * turned into text and parsed back, and the server reads the first while the next are written.
 */
final class BinaryRows {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final long EPOCH_SECOND_2000 = 946_684_800L;
  private static final long EPOCH_DAY_2000 = 10_957L;
  private static final int TEXT_TYPE = 25;

  private static final int AT_ONCE = 1 << 16;

  private final CopyIn copy;
  private ByteBuffer buffer = ByteBuffer.allocate(2 * AT_ONCE);

  BinaryRows(CopyIn copy) {
    this.copy = copy;
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  /** Begins a row; its fields follow in order. */
  BinaryRows row(int fields) {
    if (buffer.position() >= AT_ONCE) {
      send();
    }
    room(Short.BYTES).putShort((short) fields);
    return this;
  }

  private void send() {
    try {
      copy.writeToCopy(buffer.array(), 0, buffer.position());
    } catch (SQLException e) {
      throw new IllegalStateException("Rows could not be sent", e);
    }
    buffer.clear();
  }

  /** The buffer, with space for some more bytes of the row that was begun. */
  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger = ByteBuffer.allocate(2 * buffer.capacity() + bytes);
      buffer.flip();
      larger.put(buffer);
      buffer = larger;
    }
    return buffer;
  }

  BinaryRows integer(int value) {
    room(8).putInt(4).putInt(value);
    return this;
  }

  BinaryRows bool(@Nullable Boolean value) {
    if (value == null) {
      return absent();
    }
    room(5).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  BinaryRows uuid(@Nullable UUID value) {
    if (value == null) {
      return absent();
    }
    room(20)
        .putInt(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  BinaryRows day(LocalDate value) {
    room(8).putInt(4).putInt((int) (value.toEpochDay() - EPOCH_DAY_2000));
    return this;
  }

  /** To the microsecond, as PostgreSQL keeps it. */
  BinaryRows instant(@Nullable Instant value) {
    if (value == null) {
      return absent();
    }
    long micros =
        (value.getEpochSecond() - EPOCH_SECOND_2000) * 1_000_000L + value.getNano() / 1000;
    room(12).putInt(8).putLong(micros);
    return this;
  }

  BinaryRows text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    return this;
  }

  /** An array of texts. */
  BinaryRows texts(@Nullable List<String> values) {
    if (values == null) {
      return absent();
    }
    int at = room(6 * Integer.BYTES).position();
    buffer.putInt(0);
    buffer.putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_TYPE);
    if (!values.isEmpty()) {
      buffer.putInt(values.size()).putInt(1);
      values.forEach(this::text);
    }
    buffer.putInt(at, buffer.position() - at - Integer.BYTES);
    return this;
  }

  private BinaryRows absent() {
    room(Integer.BYTES).putInt(-1);
    return this;
  }

  /** Ends the rows. */
  void end() {
    room(Short.BYTES).putShort((short) -1);
    send();
  }
}
