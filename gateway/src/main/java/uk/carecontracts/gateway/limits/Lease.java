package uk.carecontracts.gateway.limits;

/**
 * Requests that this gateway may let through without asking again.
 *
 * @param granted how many; 0 when the client has used up its quota
 * @param remaining what is left for all gateways, with the fraction already refilled
 */
record Lease(long granted, double remaining) {}
