package uk.carecontracts.monitoring.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit as its sender tells it.
 *
 * @param visitId the sending system's id, unique in the authority
 * @param contractReference reference of the contract it was made under
 * @param providerId who made it; the contract's lead supplier when absent
 * @param area where; the contract's area when absent
 * @param person pseudonymous reference of the person cared for
 * @param carers pseudonymous references of those who came
 * @param plannedStart when it was to begin
 * @param plannedMinutes minutes agreed
 * @param actualStart when it began
 * @param actualEnd when it ended
 * @param status what became of it
 * @param preferenceMet whether it was made at the time of day the person prefers; absent when the
 *     person has no preference
 * @param recordedAt when the sender recorded this state; the time of intake when absent
 */
public record VisitReport(
    String visitId,
    String contractReference,
    @Nullable UUID providerId,
    @Nullable String area,
    String person,
    List<String> carers,
    Instant plannedStart,
    int plannedMinutes,
    @Nullable Instant actualStart,
    @Nullable Instant actualEnd,
    VisitStatus status,
    @Nullable Boolean preferenceMet,
    @Nullable Instant recordedAt) {
  private static final int MINUTES_OF_A_DAY = 1440;
  private static final long SECONDS_OF_A_DAY = 86_400;
  private static final int MOST_CARERS = 10;
  private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Refuses what cannot be a visit, naming the field. */
  public VisitReport {
    text("visitId", visitId, 80);
    text("contractReference", contractReference, 100);
    if (area != null) {
      text("area", area, 100);
    }
    text("person", person, 80);
    carers = List.copyOf(carers);
    require(carers.size() <= MOST_CARERS, "carers", "A visit has at most ten carers.");
    for (String carer : carers) {
      text("carers", carer, 80);
    }
    require(
        plannedMinutes >= 1 && plannedMinutes <= MINUTES_OF_A_DAY,
        "plannedMinutes",
        "The minutes agreed are from 1 to 1440.");
    within("plannedStart", plannedStart);
    if (recordedAt != null) {
      within("recordedAt", recordedAt);
    }
    checkTimes(status, plannedStart, actualStart, actualEnd);
  }

  private static void checkTimes(
      VisitStatus status,
      Instant plannedStart,
      @Nullable Instant actualStart,
      @Nullable Instant actualEnd) {
    if (status == VisitStatus.DELIVERED) {
      require(actualStart != null, "actualStart", "A delivered visit has an actual start.");
      require(actualEnd != null, "actualEnd", "A delivered visit has an actual end.");
    } else if (status != VisitStatus.FRUSTRATED) {
      require(actualStart == null, "actualStart", "A visit that was not made has no actual start.");
      require(actualEnd == null, "actualEnd", "A visit that was not made has no actual end.");
    }
    if (actualStart != null) {
      long late = actualStart.getEpochSecond() - plannedStart.getEpochSecond();
      require(
          Math.abs(late) <= SECONDS_OF_A_DAY,
          "actualStart",
          "The actual start is more than a day from the planned one.");
    }
    if (actualEnd != null) {
      require(actualStart != null, "actualStart", "An actual end needs an actual start.");
      long lasted =
          actualStart == null ? 0 : actualEnd.getEpochSecond() - actualStart.getEpochSecond();
      require(lasted >= 0, "actualEnd", "The actual end is before the actual start.");
      require(lasted <= SECONDS_OF_A_DAY, "actualEnd", "A visit lasts a day at most.");
    }
  }

  private static void within(String field, Instant time) {
    require(
        !time.isBefore(EARLIEST) && time.isBefore(LATEST),
        field,
        "The time must lie in the years 2010 to 2099.");
  }

  private static void text(String field, String text, int longest) {
    require(!text.isBlank(), field, field + " is needed.");
    require(text.length() <= longest, field, field + " has at most " + longest + " characters.");
    for (int i = 0; i < text.length(); i++) {
      require(text.charAt(i) >= ' ', field, field + " holds a control character.");
    }
  }

  private static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw new VisitFault(field, message);
    }
  }

  /**
   * Whether it tells what became of a visit that is still to come; a day's grace is for clocks that
   * differ.
   */
  boolean tellsTheFuture(Instant now) {
    return status != VisitStatus.CANCELLED
        && plannedStart.isAfter(now.plusSeconds(SECONDS_OF_A_DAY));
  }

  /** The same visit made by a provider, when the sender named none. */
  VisitReport by(@Nullable UUID provider) {
    return with(providerId == null ? provider : providerId, recordedAt);
  }

  /** The same visit as recorded at a time. */
  VisitReport recorded(@Nullable Instant at) {
    return with(providerId, at);
  }

  private VisitReport with(@Nullable UUID provider, @Nullable Instant at) {
    return new VisitReport(
        visitId,
        contractReference,
        provider,
        area,
        person,
        carers,
        plannedStart,
        plannedMinutes,
        actualStart,
        actualEnd,
        status,
        preferenceMet,
        at);
  }

  /** Whole minutes it lasted; 0 when it was not delivered. */
  int minutesDelivered() {
    return status == VisitStatus.DELIVERED && actualStart != null && actualEnd != null
        ? (int) Duration.between(actualStart, actualEnd).toMinutes()
        : 0;
  }
}
