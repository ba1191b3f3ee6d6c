package uk.carecontracts.monitoring.dataquality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How good one return is.
 *
 * @param returnId the return; absent when it never came
 * @param periodStart first day reported on
 * @param periodEnd last day reported on
 * @param dueOn last day to hand it in
 * @param asked values asked for
 * @param given values given
 * @param completeness percent
 * @param timeliness percent; in time counts fully, late half
 * @param validity percent
 * @param consistency percent
 * @param overall the mean of the four
 * @param minutesSpent on collecting, as told
 * @param collectedBy who handed it in
 */
@Schema(name = "ReturnDataQuality")
public record ReturnQuality(
    @Nullable UUID returnId,
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate dueOn,
    int asked,
    int given,
    BigDecimal completeness,
    BigDecimal timeliness,
    BigDecimal validity,
    BigDecimal consistency,
    BigDecimal overall,
    int minutesSpent,
    @Nullable String collectedBy) {}
