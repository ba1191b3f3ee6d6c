package uk.carecontracts.contracts.placements;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one care type, one area or both.
 *
 * @param careType the care type; absent when all are taken together
 * @param area the area; absent when all are taken together
 * @param prices how their weekly prices are distributed
 */
public record PriceGroup(
    @Nullable String careType, @Nullable String area, @JsonUnwrapped PriceSummary prices) {}
