package uk.carecontracts.monitoring.providers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered home or branch as the provider database last told.
 *
 * @param id the location
 * @param providerId who runs it
 * @param name its name
 * @param careType kind of care
 * @param area where
 * @param status open or closed, in that service's code
 * @param regulator who rates it
 * @param rating the regulator's overall rating, as told
 * @param reportDate date of the report
 * @param previousRating the rating before
 * @param specialMeasures whether it is in special measures
 * @param version that service's version
 */
public record KnownLocation(
    UUID id,
    @Nullable UUID providerId,
    String name,
    @Nullable String careType,
    @Nullable String area,
    @Nullable String status,
    @Nullable String regulator,
    @Nullable String rating,
    @Nullable LocalDate reportDate,
    @Nullable String previousRating,
    boolean specialMeasures,
    long version) {}
