package uk.carecontracts.contracts.pipeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;

/** The conditions of one reading of the pipeline. */
final class PipelineConditions {
  private static final String HAS_LOT =
      "(exists (select 1 from jsonb_array_elements(c.terms -> 'lots') l"
          + " where coalesce(l ->> 'title', '') ilike ?)"
          + " or exists (select 1 from jsonb_array_elements_text(f.content -> 'lots') l"
          + " where l ilike ?))";

  private PipelineConditions() {}

  /**
   * A contract that ends, is bought from others, is not kept out, and meets the filter. What is
   * exempt from publication is neither shown nor searched: the view contract_found lacks it.
   */
  static Conditions of(PipelineFilter filter, LocalDate today) {
    Conditions all =
        new Conditions()
            .when(true, "s.status in ('AWARDED', 'ACTIVE')")
            .when(true, "coalesce(s.type, '') <> 'SLA'")
            .when(true, "coalesce(c.terms ->> 'regime', '') <> 'IN_HOUSE'")
            .when(true, "coalesce(f.published, true)")
            .when(
                true,
                "coalesce(f.content ->> 'intention', '') not in ('BRING_IN_HOUSE', 'DECOMMISSION')")
            .and("s.end_date >= ?", filter.endsFrom(today))
            .and("s.end_date <= ?", filter.endTo)
            .and("s.search @@ websearch_to_tsquery('english', ?)", blankToNull(filter.text))
            .and("s.authority = ?", filter.authority)
            .and("s.categories @> array[?]::text[]", filter.category)
            .and("s.service_type = ?", filter.serviceType)
            .and("s.client_groups @> array[?]::text[]", filter.clientGroup)
            .and("s.area ilike ?", containing(filter.area))
            .and("s.total_value >= ?", filter.valueFrom)
            .and("s.total_value <= ?", filter.valueTo);
    band(all, filter.valueBand, "s.total_value");
    if (filter.lot != null) {
      String pattern = pattern(filter.lot);
      all.all(HAS_LOT, pattern, pattern);
    }
    return all;
  }

  /** Only values of a band. */
  static void band(Conditions all, @Nullable ValueBand band, String total) {
    if (band == ValueBand.UNKNOWN) {
      all.when(true, "coalesce(" + total + ", 0) = 0");
    } else if (band != null) {
      all.when(true, total + " > 0")
          .and(total + " >= ?", band.from())
          .and(total + " < ?", band.below());
    }
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  static @Nullable String containing(@Nullable String part) {
    return part == null || part.isBlank() ? null : pattern(part.strip());
  }

  /** Matches whatever contains a text. */
  static String pattern(String part) {
    return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
