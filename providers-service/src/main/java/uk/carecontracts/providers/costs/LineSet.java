package uk.carecontracts.providers.costs;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dated set of cost lines.
 *
 * @param code HOMECARE_18_PLUS or CARE_HOME_65_PLUS
 * @param name in words
 * @param unit HOUR of contact, or WEEK of one occupied bed
 * @param variants kinds of bed that are costed apart; empty when there is one kind of unit
 * @param validFrom first day
 * @param validTo first day on which it was no longer used
 * @param source where it is laid down
 * @param lines its lines in their order
 */
@Schema(name = "CostLineSet")
public record LineSet(
    String code,
    String name,
    String unit,
    List<String> variants,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source,
    List<CostLine> lines) {

  boolean has(String line) {
    return lines.stream().anyMatch(each -> each.code().equals(line));
  }
}
