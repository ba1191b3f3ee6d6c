package uk.carecontracts.monitoring.risk;

import java.time.LocalDate;
import uk.carecontracts.monitoring.providers.RegulatorRating;

/**
 * A regulator's rating that became worse.
 *
 * @param location the location's name
 * @param from rating before
 * @param to rating now
 * @param reportDate date of the report that lowered it
 * @param reviewed whether the contract was reviewed on or after that date
 */
public record RatingFall(
    String location,
    RegulatorRating from,
    RegulatorRating to,
    LocalDate reportDate,
    boolean reviewed) {}
