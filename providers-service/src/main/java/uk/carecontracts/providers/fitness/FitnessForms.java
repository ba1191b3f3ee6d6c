package uk.carecontracts.providers.fitness;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The requests about accreditation and suspension. */
public final class FitnessForms {

  private static final String CODE = "[A-Z][A-Z0-9_]{0,59}";
  private static final String CODE_MESSAGE = "must be a code in UPPER_SNAKE";

  private FitnessForms() {}

  /** An accreditation to grant. */
  @Schema(name = "NewAccreditation")
  public record NewAccreditation(
      @NotBlank @Pattern(regexp = CODE, message = CODE_MESSAGE) @Schema(examples = "HOMECARE")
          String serviceType,
      @Min(1) @Max(3) int level,
      @NotEmpty @Size(max = 50) List<@Valid @NotNull Evidence> evidence,
      @NotBlank @Size(max = 200) @Schema(description = "Who examined the evidence") String reviewer,
      @NotNull LocalDate validFrom,
      @NotNull LocalDate expiresOn,
      @Nullable
          @Schema(
              description = "Day by which the evidence is to be examined again, within the term")
          LocalDate reviewOn) {}

  /** A suspension to impose. */
  @Schema(name = "NewSuspension")
  public record NewSuspension(
      @Nullable @Pattern(regexp = CODE, message = CODE_MESSAGE) String serviceType,
      @NotBlank @Size(max = 4000) String reason,
      @NotNull LocalDate startsOn,
      @NotNull @Schema(description = "Last day; the day after, it lifts itself") LocalDate endsOn,
      @NotNull @Schema(description = "Last day for the provider's reply") LocalDate replyBy) {}

  /** A provider's reply to a suspension. */
  @Schema(name = "SuspensionReply")
  public record Reply(@NotBlank @Size(max = 8000) String text) {}

  /** Why something is withdrawn or lifted. */
  @Schema(name = "Reason")
  public record Reason(@NotBlank @Size(max = 1000) String reason) {}
}
