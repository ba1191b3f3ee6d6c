package uk.carecontracts.monitoring.providers;

import java.util.UUID;

/**
 * Fired in the transaction that takes in news of a location that may bear on its provider's
 * contracts.
 *
 * @param providerId who runs the location, or ran it until now
 */
public record RatingsChanged(UUID providerId) {}
