package uk.carecontracts.contracts.savedsearches;

import java.util.UUID;

/**
 * A search of the register under a name.
 *
 * @param id identity
 * @param authority GSS code of the authority whose people share it
 * @param name what they call it
 * @param query query string of GET /v1/contracts
 * @param href where to read what it finds today
 * @param version raised by every change
 */
public record SavedSearch(
    UUID id, String authority, String name, String query, String href, long version) {
  static SavedSearch of(UUID id, String authority, String name, String query, long version) {
    return new SavedSearch(id, authority, name, query, "/v1/contracts?" + query, version);
  }
}
