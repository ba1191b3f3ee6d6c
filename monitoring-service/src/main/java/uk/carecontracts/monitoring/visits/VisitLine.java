package uk.carecontracts.monitoring.visits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a visit of texts by field name, as rows of a file or members of an object give them. */
final class VisitLine {
  static final List<String> REQUIRED =
      List.of(
          "visitId",
          "contractReference",
          "person",
          "plannedStart",
          "plannedMinutes",
          "actualStart",
          "actualEnd",
          "status");
  static final List<String> OPTIONAL =
      List.of("providerId", "area", "carers", "preferenceMet", "recordedAt");

  private VisitLine() {}

  /**
   * Reads one visit.
   *
   * @param cells the text of a field, null or empty when it has none
   * @throws VisitFault with the first field that is not as it should be
   */
  static VisitReport read(Function<String, @Nullable String> cells) {
    Instant planned = VisitTimes.read("plannedStart", cells.apply("plannedStart"));
    if (planned == null) {
      throw new VisitFault("plannedStart", "plannedStart is needed.");
    }
    return new VisitReport(
        text(cells, "visitId"),
        text(cells, "contractReference"),
        provider(cells.apply("providerId")),
        orNull(cells.apply("area")),
        text(cells, "person"),
        carers(cells.apply("carers")),
        planned,
        minutes(cells.apply("plannedMinutes")),
        VisitTimes.read("actualStart", cells.apply("actualStart")),
        VisitTimes.read("actualEnd", cells.apply("actualEnd")),
        status(cells.apply("status")),
        preference(cells.apply("preferenceMet")),
        VisitTimes.read("recordedAt", cells.apply("recordedAt")));
  }

  private static String text(Function<String, @Nullable String> cells, String field) {
    String text = cells.apply(field);
    return text == null ? "" : text.strip();
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable UUID provider(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new VisitFault("providerId", "'" + text + "' is not the id of a provider record.");
    }
  }

  /** Several carers are separated by semicolons; the same one named twice came once. */
  private static List<String> carers(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return List.of();
    }
    if (text.indexOf(';') < 0) {
      return List.of(text.strip());
    }
    List<String> carers = new ArrayList<>(2);
    for (String part : text.split(";", -1)) {
      String carer = part.strip();
      if (!carer.isEmpty() && !carers.contains(carer)) {
        carers.add(carer);
      }
    }
    return carers;
  }

  private static int minutes(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new VisitFault("plannedMinutes", "'" + text + "' is not a number of minutes.");
    }
  }

  private static VisitStatus status(@Nullable String text) {
    String code = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    return switch (code) {
      case "DELIVERED" -> VisitStatus.DELIVERED;
      case "FRUSTRATED" -> VisitStatus.FRUSTRATED;
      case "MISSED" -> VisitStatus.MISSED;
      case "CANCELLED" -> VisitStatus.CANCELLED;
      default ->
          throw new VisitFault(
              "status", "'" + code + "' is not DELIVERED, FRUSTRATED, MISSED or CANCELLED.");
    };
  }

  private static @Nullable Boolean preference(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1" -> Boolean.TRUE;
      case "false", "no", "n", "0" -> Boolean.FALSE;
      default -> throw new VisitFault("preferenceMet", "'" + text + "' is neither true nor false.");
    };
  }
}
