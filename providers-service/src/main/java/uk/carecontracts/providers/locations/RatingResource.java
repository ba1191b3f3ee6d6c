package uk.carecontracts.providers.locations;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.ratings.KeyQuestions;
import uk.carecontracts.providers.ratings.Rating;
import uk.carecontracts.providers.ratings.RatingSummary;
import uk.carecontracts.providers.ratings.Regulator;
import uk.carecontracts.providers.ratings.SpecialMeasures;
import uk.carecontracts.providers.ratings.Standing;

/** What regulators concluded about a location. */
@Path("/v1/locations/{id}/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ratings", description = "Regulators' ratings as dated history")
@SecurityRequirement(name = "bearer")
public class RatingResource {

  private final LocationRepository locations;
  private final RatingRepository ratings;
  private final RatingDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Clock clock;

  RatingResource(
      LocationRepository locations,
      RatingRepository ratings,
      RatingDesk desk,
      Caller caller,
      Preconditions preconditions,
      Clock clock) {
    this.locations = locations;
    this.ratings = ratings;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  /**
   * A rating to record.
   *
   * @param regulator who inspected
   * @param overall the overall rating
   * @param keyQuestions the five key questions, as far as rated
   * @param reportDate publication of the report
   * @param reportUrl where the report is
   * @param inherited carried over from a predecessor on re-registration
   */
  @Schema(name = "NewRating")
  public record NewRating(
      @NotNull Regulator regulator,
      @NotNull Rating overall,
      @Nullable KeyQuestions keyQuestions,
      @NotNull LocalDate reportDate,
      @Nullable @Size(max = 500) String reportUrl,
      @Nullable Boolean inherited) {

    RatingSummary summary() {
      return new RatingSummary(
          regulator,
          overall,
          reportDate,
          Objects.requireNonNullElse(keyQuestions, KeyQuestions.none()),
          reportUrl,
          Boolean.TRUE.equals(inherited));
    }
  }

  /**
   * The right rating in place of one recorded wrongly.
   *
   * @param rating the right rating
   * @param reason why
   */
  @Schema(name = "RatingCorrection")
  public record Correction(
      @NotNull @Valid NewRating rating, @NotBlank @Size(max = 1000) String reason) {}

  /**
   * A location's ratings as of a day.
   *
   * @param asOf the day
   * @param items reports published by then, latest first
   * @param current the rating that stood
   * @param specialMeasures the standing under the regulator's rule
   */
  @Schema(name = "LocationRatings")
  public record Ratings(
      LocalDate asOf,
      List<RatingRecord> items,
      @Nullable RatingSummary current,
      SpecialMeasures specialMeasures) {}

  /** Records a rating. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "recordRating",
      summary = "Record a regulator's rating",
      description =
          "Appends to the history. The very same rating again answers 200; another rating for the"
              + " same regulator and report date is refused.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = RatingRecord.class)))
  @APIResponse(
      responseCode = "200",
      description = "On record already",
      content = @Content(schema = @Schema(implementation = RatingRecord.class)))
  @APIResponse(
      responseCode = "409",
      description = "RATING_EXISTS: the report is on record with other content",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "REPORT_IN_FUTURE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response record(
      @PathParam("id") @Parameter(description = "The location") UUID id,
      @Valid @NotNull NewRating form) {
    RatingDesk.Recorded recorded =
        desk.record(id, form.summary(), caller.authority(), caller.subject());
    return recorded.created()
        ? preconditions.created(
            recorded.rating(), recorded.rating().id(), recorded.location().version())
        : preconditions.changed(recorded.rating(), recorded.location().version());
  }

  /** Reads ratings. */
  @GET
  @Transactional
  @Authenticated
  @Operation(
      operationId = "listRatings",
      summary = "A location's ratings, and what they came to on a day")
  @APIResponse(
      responseCode = "200",
      description = "Ratings and standing",
      content = @Content(schema = @Schema(implementation = Ratings.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such location",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Ratings list(
      @PathParam("id") @Parameter(description = "The location") UUID id,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    locations.require(id);
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    Standing standing = desk.standing(id, day);
    return new Ratings(
        day,
        ratings.standing(id).stream()
            .map(LocationRating::shown)
            .filter(rating -> !rating.reportDate().isAfter(day))
            .toList(),
        standing.current(),
        standing.specialMeasures());
  }

  /** Corrects a rating. */
  @POST
  @Path("/{ratingId}/correction")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "correctRating",
      summary = "Replace a rating that was recorded wrongly",
      description = "The wrong record is kept. Needs If-Match with the location's ETag.")
  @APIResponse(
      responseCode = "200",
      description = "The record that stands now",
      content = @Content(schema = @Schema(implementation = RatingRecord.class)))
  @APIResponse(
      responseCode = "412",
      description = "The location changed since it was read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "ALREADY_CORRECTED or REPORT_IN_FUTURE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response correct(
      @PathParam("id") @Parameter(description = "The location") UUID id,
      @PathParam("ratingId") @Parameter(description = "The wrong record") UUID ratingId,
      @Valid @NotNull Correction form) {
    Location location = locations.require(id);
    preconditions.requireMatch(location.version());
    RatingDesk.Recorded recorded =
        desk.correct(
            location,
            ratingId,
            form.rating().summary(),
            form.reason(),
            caller.authority(),
            caller.subject());
    return preconditions.changed(recorded.rating(), recorded.location().version());
  }
}
