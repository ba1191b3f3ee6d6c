package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * From which weekly price an authority looks at a placement, from a day on.
 *
 * @param id identity
 * @param careType the care type it is for; every one without its own when left out
 * @param from first day it holds
 * @param weeklyAmount a placement above it is flagged
 * @param percentile a placement above this percentile of its care type is flagged
 * @param reason why it is there
 */
public record HighCostThreshold(
    UUID id,
    @Nullable String careType,
    LocalDate from,
    @Nullable Money weeklyAmount,
    @Nullable BigDecimal percentile,
    String reason) {}
