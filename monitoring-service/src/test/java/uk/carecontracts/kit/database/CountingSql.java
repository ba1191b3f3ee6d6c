package uk.carecontracts.kit.database;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes the place of {@link Sql} in tests and counts the queries of the calling service. */
@Mock
@Singleton
public class CountingSql extends Sql {
  private final AtomicInteger queries = new AtomicInteger();

  CountingSql(DataSource database) {
    super(database);
  }

  @Override
  public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... parameters) {
    queries.incrementAndGet();
    return super.list(sql, reader, parameters);
  }

  /** Queries since the last call. */
  public int countAndReset() {
    return queries.getAndSet(0);
  }
}
