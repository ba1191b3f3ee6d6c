package uk.carecontracts.providers.locations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;
import uk.carecontracts.providers.identity.Postcode;
import uk.carecontracts.providers.identity.Scheme;

/**
 * Reads one row of a care-home extract by column name, whatever the year's layout: 2018 lists name,
 * type, address and area; 2019 adds telephone, website and area code; 2020 and later add the CQC
 * location id, provider and last inspection. {@code NA} means empty.
 */
public final class CareHomeExtract {

  /** Columns without which a file is no care-home extract. */
  public static final Set<String> REQUIRED = Set.of("name", "type", "address", "postcode");

  /** Codes that files misspell: one zero short, for Trafford, in every extract that has codes. */
  private static final Map<String, String> MISSPELT_AREAS = Map.of("E0800009", "E08000009");

  private CareHomeExtract() {}

  /** A row that cannot be used, with the column at fault. */
  public static final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;
    private final String column;

    BadRow(String column, String message) {
      super(message);
      this.column = column;
    }

    /** The column at fault. */
    public String column() {
      return column;
    }
  }

  /** The required columns that a header lacks, sorted. */
  public static List<String> missing(List<String> header) {
    List<String> present = header.stream().map(CareHomeExtract::columnName).toList();
    return REQUIRED.stream().filter(column -> !present.contains(column)).sorted().toList();
  }

  /** A header cell as this reader names columns: lower case, no byte-order mark. */
  public static String columnName(String cell) {
    return cell.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads one row.
   *
   * @param cells values by column name
   * @param areaOfImport the area to assume where the row has no usable code
   * @throws BadRow naming the first column that makes the row unusable
   */
  public static CareHomeRow read(Map<String, String> cells, @Nullable String areaOfImport)
      throws BadRow {
    return new CareHomeRow(
        OrganisationName.clean(required(cells, "name")),
        cqcId(cells),
        careType(cells),
        HomeKey.tidyAddress(required(cells, "address")),
        Postcode.parse(required(cells, "postcode"))
            .map(Postcode::value)
            .orElseThrow(() -> new BadRow("postcode", "This is not a postcode.")),
        optional(cells, "telephone").orElse(null),
        optional(cells, "website").orElse(null),
        optional(cells, "provider").map(OrganisationName::clean).orElse(null),
        date(cells, "inspection_date"),
        beds(cells),
        area(cells, areaOfImport),
        degrees(cells, "lon", 180),
        degrees(cells, "lat", 90));
  }

  private static String required(Map<String, String> cells, String column) throws BadRow {
    return optional(cells, column)
        .orElseThrow(() -> new BadRow(column, "A care home needs a value here."));
  }

  private static Optional<String> optional(Map<String, String> cells, String column) {
    return Optional.ofNullable(cells.get(column))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.equals("NA"));
  }

  private static @Nullable String cqcId(Map<String, String> cells) throws BadRow {
    Optional<String> id = optional(cells, "cqc_id");
    if (id.isEmpty()) {
      return null;
    }
    return Identifier.parse(Scheme.CQC_LOCATION.code(), id.get())
        .map(Identifier::value)
        .orElseThrow(() -> new BadRow("cqc_id", "A CQC location id reads like 1-123456789."));
  }

  private static CareType careType(Map<String, String> cells) throws BadRow {
    String field = required(cells, "type");
    return CareType.mainOf(field)
        .orElseThrow(
            () ->
                new BadRow(
                    "type",
                    "Unknown kind of care; known are "
                        + Arrays.stream(CareType.values())
                            .map(CareType::wording)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static String area(Map<String, String> cells, @Nullable String areaOfImport)
      throws BadRow {
    Optional<String> code =
        optional(cells, "area_code").map(value -> MISSPELT_AREAS.getOrDefault(value, value));
    if (code.isPresent()) {
      if (!code.get().matches("E\\d{8}")) {
        throw new BadRow("area_code", "A GSS code reads like E08000009.");
      }
      return code.get();
    }
    if (areaOfImport == null) {
      throw new BadRow("area_code", "The row names no area and the import gives none.");
    }
    return areaOfImport;
  }

  private static @Nullable LocalDate date(Map<String, String> cells, String column) throws BadRow {
    Optional<String> text = optional(cells, column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text.get());
    } catch (DateTimeParseException unreadable) {
      throw new BadRow(column, "A date reads like 2025-07-22.");
    }
  }

  private static @Nullable Integer beds(Map<String, String> cells) throws BadRow {
    for (String column : List.of("beds", "care_homes_beds", "number_of_beds")) {
      Optional<String> text = optional(cells, column);
      if (text.isPresent()) {
        if (!text.get().matches("\\d{1,4}")) {
          throw new BadRow(column, "Beds are a whole number.");
        }
        return Integer.valueOf(text.get());
      }
    }
    return null;
  }

  private static @Nullable BigDecimal degrees(
      Map<String, String> cells, String column, int greatest) throws BadRow {
    Optional<String> text = optional(cells, column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(text.get());
      if (value.abs().compareTo(BigDecimal.valueOf(greatest)) > 0) {
        throw new BadRow(column, "Degrees lie between -" + greatest + " and " + greatest + ".");
      }
      return value;
    } catch (NumberFormatException unreadable) {
      throw new BadRow(column, "Degrees are a decimal number.");
    }
  }
}
