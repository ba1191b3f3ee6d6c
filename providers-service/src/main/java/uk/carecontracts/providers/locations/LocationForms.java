package uk.carecontracts.providers.locations;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.Postcode;
import uk.carecontracts.providers.identity.Scheme;

/** The requests about locations. */
public final class LocationForms {

  private static final String GSS = "[ENSW]\\d{8}";

  private LocationForms() {}

  /** A location to register. */
  @Schema(name = "NewLocation")
  public record NewLocation(
      @Nullable UUID providerId,
      @NotBlank @Size(max = 300) @Schema(examples = "Oak House") String name,
      @Nullable @Size(max = 20) String cqcLocationId,
      @NotNull CareType careType,
      @Nullable @Min(0) @Max(2000) Integer beds,
      @NotNull @Pattern(regexp = GSS, message = "must be a GSS code such as E08000009") String area,
      @Nullable @Size(max = 10) String postcode,
      @Nullable @Size(max = 500) String address,
      @Nullable @Size(max = 50) String telephone,
      @Nullable @Size(max = 500) String website,
      @Nullable @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
      @Nullable @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude,
      @Nullable @Schema(description = "Day of registration, when known") LocalDate openedOn) {

    LocationFacts facts() {
      return new LocationFacts(
          providerId,
          name.strip(),
          cqcId(cqcLocationId),
          careType,
          beds,
          area,
          postcodeOf(postcode),
          address == null ? null : HomeKey.tidyAddress(address),
          telephone,
          website,
          latitude,
          longitude,
          null);
    }
  }

  /** Corrections to a location: what is absent stays. */
  @Schema(name = "LocationAmendment")
  public record Amendment(
      @Nullable UUID providerId,
      @Nullable @Size(min = 1, max = 300) String name,
      @Nullable @Size(max = 20) String cqcLocationId,
      @Nullable CareType careType,
      @Nullable @Min(0) @Max(2000) Integer beds,
      @Nullable @Size(max = 10) String postcode,
      @Nullable @Size(max = 500) String address,
      @Nullable @Size(max = 50) String telephone,
      @Nullable @Size(max = 500) String website,
      @Nullable @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
      @Nullable @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude,
      @Nullable @Schema(description = "Last day of registration: closes the location")
          LocalDate closedOn,
      @Nullable @Schema(description = "Why it closed; with closedOn") ExitReason exitReason,
      @Nullable
          @Schema(description = "true takes the closure back, or opens it again if files show it")
          Boolean reopened,
      @Nullable @Schema(description = "First day of the number of beds; absent: today")
          LocalDate bedsFrom,
      @Nullable @Size(max = 1000) String reason) {

    LocationFacts over(LocationFacts now) {
      return new LocationFacts(
          or(providerId, now.providerId()),
          name == null ? now.name() : name.strip(),
          cqcLocationId == null ? now.cqcLocationId() : cqcId(cqcLocationId),
          careType == null ? now.careType() : careType,
          or(beds, now.beds()),
          now.area(),
          postcode == null ? now.postcode() : postcodeOf(postcode),
          address == null ? now.address() : HomeKey.tidyAddress(address),
          or(telephone, now.telephone()),
          or(website, now.website()),
          or(latitude, now.latitude()),
          or(longitude, now.longitude()),
          now.inspectionDate());
    }
  }

  private static <T> @Nullable T or(@Nullable T given, @Nullable T now) {
    return given == null ? now : given;
  }

  private static @Nullable String cqcId(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Identifier.parse(Scheme.CQC_LOCATION.code(), text)
        .map(Identifier::value)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "INVALID_IDENTIFIER",
                    "A CQC location id reads like 1-123456789.",
                    "/cqcLocationId"));
  }

  private static @Nullable String postcodeOf(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Postcode.parse(text)
        .map(Postcode::value)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "INVALID_POSTCODE", "'" + text + "' is not a postcode.", "/postcode"));
  }
}
