package uk.carecontracts.monitoring.providers;

import java.util.Set;
import java.util.UUID;

/**
 * Another record speaks for a provider than before: records were merged, or a merge was taken back.
 *
 * @param speakers the records that spoke for it before and speak for it now
 */
public record ProviderSpokenFor(Set<UUID> speakers) {}
