package uk.carecontracts.contracts.placements;

import java.util.UUID;

/**
 * A registered place of care as the provider register knows it.
 *
 * @param id the location
 * @param name its name
 * @param careType kind of care
 * @param area GSS code of its council area
 */
record Home(UUID id, String name, String careType, String area) {}
