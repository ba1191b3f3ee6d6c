package uk.carecontracts.providers.costs;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The requests about cost models. */
public final class CostModelForms {

  private static final String CODE = "[A-Z][A-Z0-9_]{0,59}";
  private static final String CODE_MESSAGE = "must be a code in UPPER_SNAKE";

  private CostModelForms() {}

  /** What the amounts of a model are for. */
  @Schema(name = "CostBasis")
  public enum Basis {
    /** Pounds for one unit. */
    PER_UNIT,
    /** Pounds for a year of so many units. */
    PER_YEAR
  }

  /**
   * One line's amount.
   *
   * @param code line of the set
   * @param amount pounds, for a unit or for a year
   */
  @Schema(name = "CostAmount")
  public record Amount(
      @NotBlank @Size(max = 60) @Schema(examples = "DIRECT_CARE") String code,
      @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 6) @Schema(examples = "12.71")
          BigDecimal amount) {}

  /** A cost model to hand in. */
  @Schema(
      name = "NewCostModel",
      examples =
          """
          {"providerId": "0191d3c5-0000-7000-8000-000000000000", "serviceType": "HOMECARE", \
          "lineSet": "HOMECARE_18_PLUS", "basis": "PER_UNIT", "livingWagePercent": 80, \
          "pricesAsOf": "2026-04-01", "lines": [{"code": "DIRECT_CARE", "amount": 12.71}], \
          "source": "Open-book exercise 2026"}""")
  public record NewCostModel(
      @NotNull UUID providerId,
      @NotBlank @Pattern(regexp = CODE, message = CODE_MESSAGE) @Schema(examples = "HOMECARE")
          String serviceType,
      @NotBlank @Schema(examples = "HOMECARE_18_PLUS") String lineSet,
      @Nullable @Schema(description = "Kind of bed, where the set tells several apart")
          String variant,
      @NotNull Basis basis,
      @Nullable
          @DecimalMin(value = "0", inclusive = false)
          @Digits(integer = 12, fraction = 4)
          @Schema(description = "Hours or bed weeks in a year; needed for PER_YEAR")
          BigDecimal annualUnits,
      @NotNull
          @DecimalMin("0")
          @DecimalMax("100")
          @Digits(integer = 3, fraction = 6)
          @Schema(description = "Share of wage cost that is paid at the living wage")
          BigDecimal livingWagePercent,
      @NotNull @Schema(description = "The day whose prices these are") LocalDate pricesAsOf,
      @NotEmpty @Size(max = 100) List<@Valid @NotNull Amount> lines,
      @NotBlank @Size(max = 500) @Schema(description = "Where the figures come from")
          String source) {}

  /** Why a model is declined or taken back. */
  @Schema(name = "CostModelReason")
  public record Reason(@NotBlank @Size(max = 1000) String reason) {}
}
