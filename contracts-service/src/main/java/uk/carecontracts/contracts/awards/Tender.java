package uk.carecontracts.contracts.awards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tender as it was judged.
 *
 * @param tenderer who tendered
 * @param providerId its provider record, where known
 * @param scores what it got of 100 for each criterion
 */
public record Tender(
    @NotBlank @Size(max = 500) String tenderer,
    @Nullable UUID providerId,
    @Valid @Size(max = 100) List<Score> scores) {

  /** Copies the list. */
  public Tender {
    scores = scores == null ? List.of() : List.copyOf(scores);
  }

  /**
   * A score.
   *
   * @param criterion code of the criterion
   * @param of100 what it got
   */
  public record Score(
      @NotBlank @Size(max = 50) String criterion,
      @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal of100) {}
}
