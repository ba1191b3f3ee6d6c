package uk.carecontracts.providers.ownership;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The requests about owners and brands. */
public final class OwnershipForms {

  private OwnershipForms() {}

  /** A step upwards to record. */
  @Schema(name = "NewOwnership")
  public record NewOwnership(
      @NotNull OwnershipKind kind,
      @Nullable @Schema(description = "The owner's record; for kind OWNER") UUID parentId,
      @Nullable @Size(max = 300) @Schema(description = "The brand; for kind BRAND") String brand,
      @NotNull @Schema(description = "First day") LocalDate validFrom,
      @Nullable @Schema(description = "First day on which it no longer holds") LocalDate validTo,
      @NotBlank
          @Size(max = 1000)
          @Schema(examples = "Companies House, persons with significant control")
          String evidence) {}

  /** The end of a step. */
  @Schema(name = "OwnershipEnd")
  public record End(
      @NotNull @Schema(description = "First day on which it no longer holds") LocalDate endedOn,
      @NotBlank @Size(max = 1000) String reason) {}
}
