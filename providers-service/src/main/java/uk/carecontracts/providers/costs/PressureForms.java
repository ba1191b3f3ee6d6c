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
import uk.carecontracts.kit.money.Money;

/** What a pressure analysis asks and answers. */
public final class PressureForms {

  private PressureForms() {}

  /**
   * An index that moves.
   *
   * @param index NLW, CPI, CPIH, EMPLOYER_NI, FUEL, ENERGY …
   * @param percent how far; absent: as published between the two days
   * @param from first day of the movement, for a published index
   * @param to last day of the movement, for a published index
   */
  @Schema(name = "IndexMovement")
  public record IndexMovement(
      @NotBlank
          @Size(max = 60)
          @Pattern(regexp = "[A-Z][A-Z0-9_]*", message = "must be a code in UPPER_SNAKE")
          @Schema(examples = "NLW")
          String index,
      @Nullable
          @DecimalMin("-100")
          @DecimalMax("1000")
          @Digits(integer = 4, fraction = 12)
          @Schema(examples = "4.1")
          BigDecimal percent,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  /** A question. */
  @Schema(
      name = "PressureQuestion",
      examples =
          """
          {"movements": [{"index": "NLW", "percent": 4.1}, {"index": "CPI", "percent": 3.8}], \
          "serviceType": "HOMECARE"}""")
  public record Question(
      @NotEmpty @Size(max = 20) List<@Valid @NotNull IndexMovement> movements,
      @Nullable @Size(max = 60) @Schema(description = "Only this service") String serviceType,
      @Nullable @Schema(description = "Only this provider") UUID providerId,
      @Nullable @Schema(description = "Models and contracts of this day; absent: today")
          LocalDate asOf,
      @Nullable
          @DecimalMin("0")
          @DecimalMax("100")
          @Digits(integer = 3, fraction = 6)
          @Schema(
              description =
                  "How much of a living wage rise reaches pay above it; absent: none of it")
          BigDecimal aboveLivingWagePercent) {}

  /**
   * The answer.
   *
   * @param asOf the day
   * @param movements each index with what it moved and where that comes from
   * @param aboveLivingWagePercent how much of a living wage rise reached pay above it
   * @param providers who feels it, the largest sum first
   * @param annualValue what the contracts counted are worth in a year
   * @param pressure what they would have to cost more in a year
   * @param withoutModel contracts of the service whose provider has no accepted cost model
   * @param explanation how it was worked out
   */
  @Schema(name = "PressureAnalysis")
  public record Answer(
      LocalDate asOf,
      List<Moved> movements,
      BigDecimal aboveLivingWagePercent,
      List<ProviderPressure> providers,
      Money annualValue,
      Money pressure,
      List<Uncovered> withoutModel,
      String explanation) {}

  /** An index with its movement and where that comes from. */
  @Schema(name = "IndexMoved")
  public record Moved(String index, BigDecimal percent, String source) {}

  /**
   * One provider's service.
   *
   * @param providerId the provider
   * @param provider its name
   * @param serviceType code of the service
   * @param costModelIds the models reckoned with: one, or one for each kind of bed
   * @param unitCostBefore pounds for a unit before; over kinds of bed by their units
   * @param unitCostAfter pounds for a unit after
   * @param pressurePercent how far the cost of a unit moves, to two places
   * @param lines what moved, line by line, for each model
   * @param contracts its contracts with what each would have to cost more in a year
   * @param annualValue what they are worth in a year
   * @param pressure what they would have to cost more in a year
   */
  @Schema(name = "ProviderPressure")
  public record ProviderPressure(
      UUID providerId,
      String provider,
      String serviceType,
      List<UUID> costModelIds,
      Money unitCostBefore,
      Money unitCostAfter,
      BigDecimal pressurePercent,
      List<Pressure.LineMove> lines,
      List<ContractPressure> contracts,
      Money annualValue,
      Money pressure) {}

  /** One contract; without a stated annual value nothing can be said of its sum. */
  @Schema(name = "ContractPressure")
  public record ContractPressure(
      UUID contractId,
      @Nullable String reference,
      String title,
      @Nullable Money annualValue,
      @Nullable Money pressure) {}

  /** A contract nothing is known of, because its provider handed in no cost model. */
  @Schema(name = "ContractWithoutCostModel")
  public record Uncovered(
      UUID contractId,
      @Nullable String reference,
      String title,
      @Nullable UUID providerId,
      @Nullable String provider,
      @Nullable String serviceType,
      @Nullable Money annualValue) {}
}
