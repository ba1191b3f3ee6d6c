package uk.carecontracts.contracts.register;

import java.util.UUID;

/**
 * Another record speaks for a provider than before: records were merged, or a merge was taken back.
 * What shows the provider follows from its observer, in the same transaction.
 *
 * @param provider the record that was merged or stands for itself again
 * @param speaker the record that speaks for it now
 * @param reason why, for the history of what follows
 */
public record ProviderSpokenFor(UUID provider, UUID speaker, String reason) {}
