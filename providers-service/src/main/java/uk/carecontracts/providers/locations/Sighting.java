package uk.carecontracts.providers.locations;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One home listed in one dated file.
 *
 * @param id the stored sighting
 * @param date the file's date
 * @param key what identifies the home
 */
public record Sighting(UUID id, LocalDate date, HomeKey key) {}
