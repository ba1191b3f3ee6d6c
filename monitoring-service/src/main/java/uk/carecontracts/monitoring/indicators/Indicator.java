package uk.carecontracts.monitoring.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.scorecards.Direction;

/**
 * An indicator of the catalogue.
 *
 * @param authority SHARED for the starter set, else the authority that defined it
 * @param code its code
 * @param title what it measures
 * @param outcomeCode the outcome it speaks for
 * @param outcomeTitle that outcome in words
 * @param level whose result it shows
 * @param unit what it is measured in
 * @param direction which way is better
 * @param baseline usual starting point, in its unit
 * @param target usual target, in its unit
 * @param tolerance how far a miss may go and still be amber, in its unit
 * @param weight usual importance within its outcome
 * @param frequency how often it is usually asked
 * @param numerator what is counted
 * @param denominator of what
 * @param serviceKeywords words of a service type it suits; none means every service
 * @param validFrom first day of this definition
 * @param validTo day from which it no longer holds
 * @param source where it comes from
 */
@Schema(name = "Indicator")
public record Indicator(
    String authority,
    String code,
    String title,
    String outcomeCode,
    String outcomeTitle,
    Level level,
    Unit unit,
    Direction direction,
    @Nullable BigDecimal baseline,
    BigDecimal target,
    BigDecimal tolerance,
    BigDecimal weight,
    Frequency frequency,
    @Nullable String numerator,
    @Nullable String denominator,
    List<String> serviceKeywords,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source) {}
