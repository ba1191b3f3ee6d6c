package uk.carecontracts.providers.locations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.ratings.KeyQuestions;
import uk.carecontracts.providers.ratings.Rating;
import uk.carecontracts.providers.ratings.Regulator;

/**
 * A recorded rating.
 *
 * @param id the record
 * @param locationId the location
 * @param regulator who inspected
 * @param overall the overall rating
 * @param reportDate publication of the report
 * @param keyQuestions the five key questions, where rated
 * @param reportUrl where the report is
 * @param inherited carried over from a predecessor on re-registration
 * @param authority GSS code of the authority that recorded it
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 * @param corrects the record that this one replaced
 * @param reason why it did
 */
@Schema(name = "LocationRating")
public record RatingRecord(
    UUID id,
    UUID locationId,
    Regulator regulator,
    Rating overall,
    LocalDate reportDate,
    KeyQuestions keyQuestions,
    @Nullable String reportUrl,
    boolean inherited,
    String authority,
    Instant recordedAt,
    String recordedBy,
    @Nullable UUID corrects,
    @Nullable String reason) {}
