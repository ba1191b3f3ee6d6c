package uk.carecontracts.monitoring.visits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format (documentation of COPY, "Binary Format"): nothing is
 * turned into text and parsed back.
 */
final class BinaryRows {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final long EPOCH_SECOND_2000 = 946_684_800L;
  private static final long EPOCH_DAY_2000 = 10_957L;
  private static final int TEXT_TYPE = 25;

  /** More than the longest row can take: a visit with ten carers of eighty letters each. */
  private static final int ROOM = 8192;

  private ByteBuffer buffer;

  BinaryRows(int expected) {
    buffer = ByteBuffer.allocate(expected + ROOM);
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  /** Begins a row; its fields follow in order. */
  BinaryRows row(int fields) {
    if (buffer.remaining() < ROOM) {
      ByteBuffer larger = ByteBuffer.allocate(buffer.capacity() * 2);
      buffer.flip();
      larger.put(buffer);
      buffer = larger;
    }
    buffer.putShort((short) fields);
    return this;
  }

  BinaryRows integer(int value) {
    buffer.putInt(4).putInt(value);
    return this;
  }

  BinaryRows bool(@Nullable Boolean value) {
    if (value == null) {
      return absent();
    }
    buffer.putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  BinaryRows uuid(@Nullable UUID value) {
    if (value == null) {
      return absent();
    }
    buffer
        .putInt(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  BinaryRows day(LocalDate value) {
    buffer.putInt(4).putInt((int) (value.toEpochDay() - EPOCH_DAY_2000));
    return this;
  }

  /** To the microsecond, as PostgreSQL keeps it. */
  BinaryRows instant(@Nullable Instant value) {
    if (value == null) {
      return absent();
    }
    long micros =
        (value.getEpochSecond() - EPOCH_SECOND_2000) * 1_000_000L + value.getNano() / 1000;
    buffer.putInt(8).putLong(micros);
    return this;
  }

  BinaryRows text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    buffer.putInt(bytes.length).put(bytes);
    return this;
  }

  BinaryRows texts(List<String> values) {
    int at = buffer.position();
    buffer.putInt(0);
    buffer.putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_TYPE);
    if (!values.isEmpty()) {
      buffer.putInt(values.size()).putInt(1);
      values.forEach(this::text);
    }
    buffer.putInt(at, buffer.position() - at - 4);
    return this;
  }

  private BinaryRows absent() {
    buffer.putInt(-1);
    return this;
  }

  /** Ends the rows; the bytes and how many of them count. */
  ByteBuffer end() {
    buffer.putShort((short) -1);
    buffer.flip();
    return buffer;
  }
}
