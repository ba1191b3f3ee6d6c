package uk.carecontracts.monitoring.risk;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A set of weights as its authority adopted it.
 *
 * @param id stands for all weights of the authority
 * @param authority GSS code; SHARED for the starting set
 * @param name name of this set, shown by every assessment that used it
 * @param validFrom first day it applies
 * @param weights most points per factor, 100 in all
 * @param unknownShare part of a factor's points that counts when nothing is known about it
 * @param reason why it was adopted
 * @param adoptedBy who adopted it
 * @param adoptedAt when
 * @param version raised by every adoption
 */
@Schema(name = "RiskWeights")
public record AdoptedWeights(
    UUID id,
    String authority,
    String name,
    LocalDate validFrom,
    Map<RiskFactor, BigDecimal> weights,
    BigDecimal unknownShare,
    @Nullable String reason,
    @Nullable String adoptedBy,
    @Nullable Instant adoptedAt,
    long version) {

  /** What stands for all weights of an authority. */
  static UUID idOf(String authority) {
    return UUID.nameUUIDFromBytes(("risk-weights:" + authority).getBytes(StandardCharsets.UTF_8));
  }
}
