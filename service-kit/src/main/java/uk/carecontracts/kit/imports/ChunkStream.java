package uk.carecontracts.kit.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** A stored file read one chunk at a time, so that its size does not matter to memory. */
final class ChunkStream extends InputStream {
  private final DataSource database;
  private final UUID jobId;
  private byte[] chunk = {};
  private int at;
  private int next;
  private boolean ended;

  ChunkStream(DataSource database, UUID jobId) {
    this.database = database;
    this.jobId = jobId;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, offset, n);
    at += n;
    return n;
  }

  private boolean fill() throws IOException {
    if (at == chunk.length && !ended) {
      byte[] following = QuarkusTransaction.requiringNew().call(this::load);
      ended = following.length == 0;
      chunk = following;
      at = 0;
      next++;
    }
    return at < chunk.length;
  }

  private byte[] load() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select bytes from import_chunk where job_id = ? and no = ?")) {
      select.setObject(1, jobId);
      select.setInt(2, next);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : new byte[0];
      }
    }
  }
}
