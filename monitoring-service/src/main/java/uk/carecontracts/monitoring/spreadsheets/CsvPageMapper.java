package uk.carecontracts.monitoring.spreadsheets;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;

/** Answers pages of lists as comma-separated values. */
public final class CsvPageMapper {
  private CsvPageMapper() {}

  /** 200 with a header line and a line for each item; where there is more, Link says where. */
  public static <T> Response answer(
      Paging paging, List<String> header, Page<T> page, Function<T, List<@Nullable Object>> cells) {
    return Response.fromResponse(paging.answer(page, Csv.of(header, page.items(), cells)))
        .type(CsvTable.MEDIA_TYPE)
        .build();
  }
}
