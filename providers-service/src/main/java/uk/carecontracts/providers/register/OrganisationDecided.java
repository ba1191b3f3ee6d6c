package uk.carecontracts.providers.register;

import java.util.List;
import java.util.UUID;

/**
 * A person said which provider an organisation is that a register names. What it runs follows from
 * its observer, in the same transaction.
 *
 * @param authority GSS code of who decided
 * @param provider the provider
 * @param locations what the organisation runs
 * @param reason why, for the history of what follows
 */
public record OrganisationDecided(
    String authority, UUID provider, List<UUID> locations, String reason) {}
