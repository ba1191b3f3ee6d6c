package uk.carecontracts.kit.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Whole lists as spreadsheets, read and written a part at a time, whatever their length. */
@ApplicationScoped
public class CsvLists {
  private static final int PART = 500;

  private final Tenancy tenancy;

  CsvLists(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /**
   * How a list looks as a spreadsheet.
   *
   * @param name of the file, without its ending
   * @param header names of the columns
   * @param id of a row; the list is ordered by it, in either direction
   * @param cells of a row, one for each column
   */
  public record Sheet<T>(
      String name,
      List<String> header,
      Function<T, UUID> id,
      Function<T, List<@Nullable Object>> cells) {}

  /**
   * 200 with every row of a list. Each part is read in a transaction of its own with the caller's
   * reach, after the resource method has ended: what the caller may see is settled before.
   *
   * @param rows reads the list; it asks nothing of the request
   */
  public <T> Response whole(Sheet<T> sheet, Page.Rows<T> rows) {
    Acting reader = tenancy.acting();
    StreamingOutput stream = out -> write(reader, sheet, rows, out);
    return Response.ok(stream, CsvTable.MEDIA_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sheet.name() + ".csv\"")
        .build();
  }

  private static <T> void write(Acting reader, Sheet<T> sheet, Page.Rows<T> rows, OutputStream out)
      throws IOException {
    BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(sheet.header());
      UUID after = null;
      List<T> part;
      do {
        part = read(reader, rows, after);
        for (T row : part) {
          csv.writeRecord(sheet.cells().apply(row).stream().map(CsvTable::cell).toList());
          after = sheet.id().apply(row);
        }
      } while (part.size() == PART);
    }
  }

  private static <T> List<T> read(Acting reader, Page.Rows<T> rows, @Nullable UUID after) {
    return Tenancy.callAs(
        reader, () -> QuarkusTransaction.requiringNew().call(() -> rows.following(after, PART)));
  }
}
