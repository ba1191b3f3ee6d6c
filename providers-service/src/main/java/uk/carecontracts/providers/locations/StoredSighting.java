package uk.carecontracts.providers.locations;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sighting as stored.
 *
 * @param id the sighting
 * @param date the file's date
 * @param row what the file says
 * @param listedBy GSS code of the authority that imported it
 * @param locationId the location it was found to be
 */
record StoredSighting(
    UUID id, LocalDate date, CareHomeRow row, String listedBy, @Nullable UUID locationId) {

  Sighting sighting() {
    return new Sighting(id, date, row.key());
  }
}
