package uk.carecontracts.monitoring.returns;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A correction made after the return was approved and locked.
 *
 * @param reason why it had to be
 * @param by the officer
 * @param at when
 * @param changes what it changed
 */
@Schema(name = "ReturnException")
public record LockException(String reason, String by, Instant at, List<ValueChange> changes) {

  /**
   * A value that changed.
   *
   * @param indicator which
   * @param before the value before; absent when there was none
   * @param after the value since; absent when there is none
   */
  @Schema(name = "ReturnValueChange")
  public record ValueChange(
      String indicator, @Nullable BigDecimal before, @Nullable BigDecimal after) {}
}
