package uk.carecontracts.contracts.variations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A variation in the list over all contracts.
 *
 * @param variation as its resource shows it
 * @param reference of its contract
 * @param title of its contract
 * @param waitsFor parties whose word is missing; none once it is agreed or closed
 */
public record VariationRow(
    @JsonUnwrapped VariationView variation,
    String reference,
    String title,
    List<Awaited> waitsFor) {}
