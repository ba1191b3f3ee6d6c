package uk.carecontracts.monitoring.assessments;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.providers.RegulatorRating;

/**
 * The latest inspection of a location.
 *
 * @param location its name
 * @param reportDate date of the report
 * @param keyQuestions the rating of each key question that has one
 */
record Inspection(
    String location, @Nullable LocalDate reportDate, Map<String, RegulatorRating> keyQuestions) {}
