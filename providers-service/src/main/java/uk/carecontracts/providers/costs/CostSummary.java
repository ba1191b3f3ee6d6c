package uk.carecontracts.providers.costs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The models an authority reckons with, line by line, as it reports a fair cost of care.
 *
 * @param asOf the day
 * @param lineSet the set of lines
 * @param variant kind of bed, absent for every kind together
 * @param unit HOUR or WEEK
 * @param models how many models were counted
 * @param total quartiles of the unit cost
 * @param lines quartiles of each line
 * @param counted the models
 */
@Schema(name = "CostSummary")
public record CostSummary(
    LocalDate asOf,
    String lineSet,
    @Nullable String variant,
    String unit,
    int models,
    @Nullable Quartiles total,
    List<Line> lines,
    List<UUID> counted) {

  /** One line's spread over the models; a line that a model does not name costs it nothing. */
  @Schema(name = "CostSummaryLine")
  public record Line(String code, String name, Quartiles quartiles) {}

  static CostSummary of(
      LocalDate day, LineSet set, @Nullable String variant, List<CostModel> models) {
    List<CostSheet> sheets = models.stream().map(model -> model.sheet(set)).toList();
    List<Line> lines = new ArrayList<>();
    if (!sheets.isEmpty()) {
      for (CostLine line : set.lines()) {
        List<BigDecimal> amounts = sheets.stream().map(sheet -> sheet.amount(line)).toList();
        lines.add(new Line(line.code(), line.name(), Quartiles.of(amounts).shown()));
      }
    }
    return new CostSummary(
        day,
        set.code(),
        variant,
        set.unit(),
        models.size(),
        sheets.isEmpty()
            ? null
            : Quartiles.of(sheets.stream().map(CostSheet::unitCost).toList()).shown(),
        lines,
        models.stream().map(CostModel::id).toList());
  }
}
