package uk.carecontracts.kit.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.kit.csv.CsvLists.Sheet;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** A whole list goes on where a part ends, and every part is read for who asked. */
@QuarkusTest
class WholeListsTest extends KitTest {
  private static final Acting READER = Acting.forAuthority("E10000017", "reader");

  @Inject CsvLists lists;
  @Inject Sql sql;

  private static List<UUID> ids(int length) {
    return IntStream.rangeClosed(1, length).mapToObj(number -> new UUID(0, number)).toList();
  }

  private List<String> written(Page.Rows<UUID> rows) throws IOException {
    Sheet<UUID> sheet = new Sheet<>("ids", List.of("id"), row -> row, row -> List.of(row));
    Response answer = Tenancy.callAs(READER, () -> lists.whole(sheet, rows));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ((StreamingOutput) answer.getEntity()).write(out);
    return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 501, 1000, 1201})
  void everyRowStandsOnceAndInItsOrder(int length) throws IOException {
    List<UUID> all = ids(length);

    List<String> lines =
        written(
            (after, most) -> {
              int from = after == null ? 0 : (int) after.getLeastSignificantBits();
              return all.subList(from, Math.min(length, from + most));
            });

    assertEquals(all.stream().map(UUID::toString).toList(), lines);
  }

  @Test
  void everyPartIsReadWithTheReachOfWhoAsked() throws IOException {
    List<String> reaches = new ArrayList<>();
    written(
        (after, most) -> {
          reaches.addAll(
              sql.list(
                  "select current_setting('app.reach') || ' ' || current_setting('app.authority')",
                  row -> row.getString(1)));
          return after == null ? ids(most) : List.of();
        });

    assertEquals(List.of("own E10000017", "own E10000017"), reaches);
  }
}
