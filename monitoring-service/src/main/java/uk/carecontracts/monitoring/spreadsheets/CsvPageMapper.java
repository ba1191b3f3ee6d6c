package uk.carecontracts.monitoring.spreadsheets;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;

/** Answers pages of lists as comma-separated values. */
public final class CsvPageMapper {
  private CsvPageMapper() {}

  /** 200 with a header line and a line for each item; where there is more, Link says where. */
  public static <T> Response answer(
      Paging paging, List<String> header, Page<T> page, Function<T, List<@Nullable Object>> cells) {
    ResponseBuilder answer = Response.ok(Csv.of(header, page.items(), cells)).type(Csv.CONTENT);
    if (page.next() != null) {
      answer.header("Link", "<" + paging.link(page.next()) + ">; rel=\"next\"");
    }
    return answer.build();
  }
}
