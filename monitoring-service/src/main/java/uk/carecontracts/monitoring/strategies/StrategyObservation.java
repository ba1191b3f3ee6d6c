package uk.carecontracts.monitoring.strategies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.documents.Aggregate;
import uk.carecontracts.monitoring.indicators.Level;

/**
 * What was seen of one person or of a population.
 *
 * @param id the observation
 * @param authority GSS code
 * @param strategyId the strategy
 * @param indicator which measure
 * @param level INDIVIDUAL or POPULATION
 * @param personReference pseudonymous reference, for one person
 * @param numerator what was counted; for one person 1 when the outcome was reached, else 0
 * @param denominator of what; for one person 1
 * @param periodStart first day it speaks of
 * @param periodEnd last day it speaks of
 * @param source where it comes from
 * @param recordedBy who recorded it
 * @param version always 1
 */
@Schema(name = "StrategyObservation")
public record StrategyObservation(
    UUID id,
    String authority,
    UUID strategyId,
    String indicator,
    Level level,
    @Nullable String personReference,
    BigDecimal numerator,
    BigDecimal denominator,
    LocalDate periodStart,
    LocalDate periodEnd,
    @Nullable String source,
    String recordedBy,
    long version)
    implements Aggregate {}
