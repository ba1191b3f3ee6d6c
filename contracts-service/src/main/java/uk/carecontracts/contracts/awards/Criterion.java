package uk.carecontracts.contracts.awards;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What tenders are judged by.
 *
 * @param code short name, unique in the decision
 * @param name what is judged
 * @param kind quality, price or social value
 * @param weightPercent its share of the whole
 * @param linkToSubject how it bears on the service that is bought; needed before it is decided
 */
public record Criterion(
    @NotBlank @Size(max = 50) String code,
    @NotBlank @Size(max = 500) String name,
    @NotNull Kind kind,
    @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal weightPercent,
    @Nullable @Size(max = 2000) String linkToSubject) {

  /** What kind of criterion it is. */
  public enum Kind {
    /** How good the service would be. */
    QUALITY,
    /** What it would cost. */
    PRICE,
    /** What it would bring beyond the service. */
    SOCIAL_VALUE
  }
}
